import { resolve } from 'node:path'
import type { StudioClient } from '../../../../shared/contract/index.ts'
import type { SeriesFeed } from '../../../../shared/contract/interchange.ts'
import { newKey } from '../../../../shared/ids.ts'
import type { Change } from '../../../../shared/model/change.ts'
import { type Call, required, requiredSite, type Verb } from '../verb.ts'

const usage = 'podcast-feed <project> --series ID --out FOLDER [--site URL] [--overwrite]'

export const podcastFeedVerb: Verb = {
  name: 'podcast-feed',
  usage,
  summary: 'writes the podcasts of a series and their feed into a folder',
  options: {
    series: { type: 'string' },
    out: { type: 'string' },
    site: { type: 'string' },
    overwrite: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(call) {
    const { words, options, client, open, follow, say, signal } = call
    const series = required(call, 'series', usage)
    const out = resolve(required(call, 'out', usage))
    if (options.site !== undefined) requiredSite(options.site, usage)
    const { project } = await open(words[0] ?? '')
    const site = options.site ?? (await siteOf(client, project, series))
    const mergeKey = `feed:${newKey()}`
    const request = { project, series, out, site: requiredSite(site, usage), mergeKey }
    const overwrite = options.overwrite === true && { overwrite: true }
    const { rendered, ...feed } = await follow(
      client.interchange.seriesFeed({ ...request, ...overwrite }, { signal }),
    )
    await keepRendered(call, { project, mergeKey, feed, rendered })
    for (const { title, message, url } of feed.episodes) say(message ?? `${title}: ${url}`)
    const isWritten = feed.episodes.some(({ outcome }) => outcome === 'written')
    say(
      [
        isWritten ? `The feed is in ${feed.file} as ${feed.url}.` : 'No episode was written.',
        ...feed.notes,
      ].join('\n'),
    )
    const hasFailed = feed.episodes.some(({ outcome }) => outcome === 'failed')
    return { object: feed, ...((hasFailed || !isWritten) && { exitCode: 1 }) }
  },
}

/** The address that the project knows of the series; undefined where it knows none. */
async function siteOf(client: StudioClient, project: string, id: string): Promise<string | undefined> {
  const { records } = await client.project.outline({ project })
  const series = records.find((record) => record.id === id)
  return series?.type === 'series' ? series.feedSite : undefined
}

/** Gives the steps what was rendered for them, as rendering in the studio does. */
async function keepRendered(
  { client }: Call,
  {
    project,
    mergeKey,
    feed,
    rendered,
  }: {
    project: string
    mergeKey: string
    feed: Pick<SeriesFeed, 'episodes'>
    rendered: SeriesFeed['rendered']
  },
): Promise<void> {
  if (rendered.length === 0) return
  const modules = new Set(
    feed.episodes.flatMap(({ step, module }) => (rendered.some((one) => one.step === step) ? [module] : [])),
  )
  const updated: Change['updated'] = {}
  for (const module of modules) {
    const { records } = await client.project.module({ project, module })
    for (const record of records) {
      const made = rendered.find(({ step }) => step === record.id)
      if (made && record.type === 'step' && record.kind === 'podcast')
        updated[record.id] = [record, { ...record, episode: made.episode }]
    }
  }
  await client.project.commit({
    project,
    mergeKey,
    label: 'Render episodes',
    change: { added: {}, updated, removed: {} },
  })
}
