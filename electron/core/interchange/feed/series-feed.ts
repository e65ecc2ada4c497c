import { lstat, mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Progress } from '../../../../shared/contract/base.ts'
import type { SeriesFeed, SeriesFeedRequest } from '../../../../shared/contract/interchange.ts'
import type { RenderedStep } from '../../../../shared/contract/media.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { findEpisode } from '../../../../shared/podcast/feed.ts'
import type { PodcastAccess, ProjectAccess, Work } from '../../domains.ts'
import { replaceCopy, writeFailure } from '../export/files.ts'
import { lackingIn, type Put, putInFeed } from './add-to-feed.ts'
import { addressesOf } from './addresses.ts'
import { readFeed, refusingNoFeed } from './read-feed.ts'
import { coverOf, episodesOf, pathOfAsset, picturesOf, type SeriesEpisode } from './series-episodes.ts'
import { seriesProgress } from './series-progress.ts'

type Needs = { project: ProjectAccess; podcasts: PodcastAccess }
type Place = { folder: string; feed: string; site: string }
type Outcome = SeriesFeed['episodes'][number]

/**
 * Writes the podcasts of a series into a folder, each with transcript, chapters and cover, and puts one after another into the
 * feed there: whenever this stops, the feed names whole files. An episode that is not what its script says is rendered first, and
 * comes back for its step to hold. What fails is told of, and the rest is made.
 */
export async function* writeSeriesFeed(
  needs: Needs,
  { series: id, out, site, overwrite = false, mergeKey, by }: Omit<SeriesFeedRequest, 'project'>,
  signal?: AbortSignal,
): Work<SeriesFeed> {
  const { project } = needs
  const folder = resolve(out)
  const place: Place = { folder, feed: join(folder, 'feed.xml'), site }
  const { title } = project.require('series', id)
  const all = episodesOf(project, id, folder)
  const hasMoved = await requireFree(project, all, place, overwrite)
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeFailure(error, folder)
  })
  const tell = seriesProgress(all)
  const now = Date.now()
  const episodes: Outcome[] = []
  const rendered: SeriesFeed['rendered'] = []
  const puts: Put[] = []
  const notes: string[] = []
  for (const [at, episode] of all.entries()) {
    const { module, step, script } = episode
    const named = { module, step: step.id, title: script.title }
    if (episode.state === 'silent') {
      const message = `“${script.title}” has no words yet. Write its script, then make the feed again.`
      episodes.push({ ...named, outcome: 'left-out', message, url: null })
      continue
    }
    try {
      const made = yield* audioOf(needs, episode, (progress) => tell(at, progress), signal)
      const { asset, episode: current } = made
      if (made.isNew) rendered.push({ step: step.id, asset, episode: current })
      notes.push(...made.notes.map((note) => `${script.title}: ${note}`))
      // Each came out a second after the one before it, so that players keep the order of the series.
      const published = now - (all.length - 1 - at) * 1000
      const put = await writeEpisode(needs, episode, made, { ...place, series: title, published })
      puts.push(put)
      episodes.push({ ...named, outcome: 'written', message: null, url: put.url })
    } catch (error) {
      requireGoingOn(signal)
      const failure = writeFailure(error, folder)
      if (!(failure instanceof StudioError)) throw error
      episodes.push({ ...named, outcome: 'failed', message: failure.message, url: null })
    }
  }
  commitAssets(project, rendered, { mergeKey, by })
  yield {
    type: 'done',
    result: {
      file: place.feed,
      url: addressesOf(place.feed, site)(place.feed) ?? site,
      episodes,
      rendered,
      notes: [...notes, ...(hasMoved ? [movedNote] : []), ...notesOf(puts, title)],
    },
  }
}

/** The episode of a step that is as its script says: the one it has, or one that is rendered now. */
async function* audioOf(
  { project, podcasts }: Needs,
  { step, state }: SeriesEpisode,
  tell: (progress: Pick<Progress, 'phase' | 'fraction'>) => Progress,
  signal?: AbortSignal,
): AsyncGenerator<Progress, RenderedStep & { isNew: boolean }, undefined> {
  requireGoingOn(signal)
  if (state === 'rendered' && step.episode !== null) {
    yield tell({ phase: 'Copying', fraction: 0 })
    const asset = project.require('asset', step.episode.audio)
    return { asset, episode: step.episode, notes: [], isNew: false }
  }
  for await (const event of podcasts.render(project, step.id, signal)) {
    if (event.type === 'done') return { ...event.result, isNew: true }
    yield tell(event)
  }
  throw new Error('The work ended without a result')
}

/** Writes the files of an episode, and then what the feed says of it. */
async function writeEpisode(
  { project, podcasts }: Needs,
  episode: SeriesEpisode,
  { asset, episode: { chapters, cues, seconds } }: Pick<RenderedStep, 'asset' | 'episode'>,
  { folder, feed, site, series, published }: Place & { series: string; published: number },
): Promise<Put> {
  const { script, files } = episode
  await replaceCopy(await pathOfAsset(project, asset), files.audio)
  const cover = await coverOf(project, episode, folder)
  const pictures = await picturesOf(project, { chapters }, folder)
  for (const { from, to } of [...pictures, ...(cover ? [cover] : [])]) await replaceCopy(from, to)
  const addressOf = addressesOf(feed, site)
  const shown = [
    ...pictures,
    ...(cover && script.cover !== null ? [{ asset: script.cover, to: cover.to }] : []),
  ]
  const addresses = Object.fromEntries(shown.map(({ asset, to }) => [asset, addressOf(to) ?? site]))
  await podcasts.writeTexts({ ...files, addresses }, script, { chapters, cues })
  const named = series === '' ? {} : { series }
  const request = { ...files, ...named, ...(cover && { cover: cover.to }), feed, site, script, seconds }
  return putInFeed(request, published, (address) => isMoved(address, files.audio))
}

/** Files are named after ids, which nobody else has: one of that name at another address is the same, before the feed moved. */
const isMoved = (address: string, audio: string) =>
  address.endsWith(`/${encodeURIComponent(basename(audio))}`)

const movedNote =
  'The feed was at another address before, which the link and the picture of the series still name. Change them in feed.xml, and let the old address lead to the new one.'

/**
 * Refuses, before anything takes long, a feed that is none, and files that are there and that the feed does not name: they are
 * somebody else's. Answers whether the feed was at another address before.
 */
async function requireFree(
  project: ProjectAccess,
  episodes: readonly SeriesEpisode[],
  { folder, feed, site }: Place,
  overwrite: boolean,
): Promise<boolean> {
  const existing = await readFeed(feed)
  const addressOf = addressesOf(feed, site)
  const find = (audio: string, moved?: (address: string) => boolean) =>
    existing === null
      ? null
      : refusingNoFeed(feed, () => findEpisode(existing, addressOf(audio) ?? '', moved))
  let hasMoved = false
  for (const { step, script, files } of episodes) {
    if (find(files.audio)) continue
    if (find(files.audio, (address) => isMoved(address, files.audio))) {
      hasMoved = true
      continue
    }
    if (overwrite) continue
    const cover = await coverOf(project, { step, script }, folder).catch(() => null)
    for (const path of [...Object.values(files), ...(cover ? [cover.to] : [])])
      if (await lstat(path).catch(() => null)) throw new StudioError('file-exists', { path })
  }
  return hasMoved
}

/** Saves what was rendered as assets, in one undo step with the edit that gives them to their steps. */
function commitAssets(
  project: ProjectAccess,
  rendered: SeriesFeed['rendered'],
  { mergeKey, by }: Pick<SeriesFeedRequest, 'mergeKey' | 'by'>,
): void {
  const fresh = rendered.flatMap(({ asset }) =>
    project.record(asset.id) ? [] : [[asset.id, asset] as const],
  )
  if (fresh.length === 0) return
  project.commit({
    label: 'Render episodes',
    ...(mergeKey !== undefined && { mergeKey }),
    ...(by !== undefined && { by }),
    change: { added: Object.fromEntries(fresh), updated: {}, removed: {} },
  })
}

function notesOf(puts: readonly Put[], title: string): string[] {
  const image = puts.find((put) => put.image !== null)?.image ?? null
  const lacking = puts[0]?.isNew ? lackingIn(image, title || null) : []
  return [...new Set([...puts.flatMap(({ lost }) => lost), ...lacking])]
}

function requireGoingOn(signal?: AbortSignal): void {
  if (signal?.aborted) throw new StudioError('cancelled', { what: 'Making the rest of the feed' })
}
