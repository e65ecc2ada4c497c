import { randomFillSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInFeed } from '../../../../test/harness/feeds.ts'
import { media as sample } from '../../../../test/harness/media.ts'
import { temporaryProjects } from '../../../../test/harness/projects.ts'
import { mountSmallDisk, noSmallDisk } from '../../../../test/harness/small-disk.ts'
import { hasEspeak, withoutEspeak } from '../../../../test/harness/speaks.ts'
import { failureOf, run } from '../../../../test/harness/work.ts'
import type { SeriesFeed } from '../../../../shared/contract/interchange.ts'
import { createModule } from '../../../../shared/model/module.ts'
import { projectId } from '../../../../shared/model/project.ts'
import { createStep } from '../../../../shared/model/steps/index.ts'
import { type PodcastStep, podcastKind } from '../../../../shared/model/steps/podcast.ts'
import type { PodcastAccess } from '../../domains.ts'
import { createMedia } from '../../media/media.ts'
import { writeTexts } from '../../media/podcast/make-episode.ts'
import { createPodcasts } from '../../media/podcast/podcasts.ts'
import { renderStep } from '../../media/podcast-step/render.ts'
import { espeak } from '../../media/speech/engines/espeak.ts'
import { writeSeriesFeed } from './series-feed.ts'

const { projects, dispose, folder } = temporaryProjects()
const project = projects.get(projects.create({ title: 'Talks' }).project)
const ports = {
  ffmpeg: process.env.MORSEL_FFMPEG ?? null,
  log: () => {},
  paths: { resources: folder, home: join(folder, 'home') },
}
const media = createMedia(ports)
const real = createPodcasts(ports, { engines: [espeak] })
const renderings: string[] = []
const podcasts: PodcastAccess = {
  render: (access, step, signal) => {
    renderings.push(step)
    return renderStep({ podcasts: real, media }, access, step, signal)
  },
  writeTexts,
}

/** A step that says one sentence, or none. */
function podcast(id: string, title: string, sentence: string | null, voice = 'en-gb'): PodcastStep {
  const empty = podcastKind.create({ id, title, language: 'en-GB' })
  const line = { place: 1, kind: 'speech' as const, speaker: 'Ana', text: sentence ?? '', source: null }
  return {
    ...empty,
    script: {
      ...empty.script,
      author: 'Ada',
      licence: 'CC BY 4.0',
      speakers: [{ name: 'Ana', voice, speed: 1 }],
      chapters: [{ title, lines: sentence === null ? [] : [line] }],
    },
  }
}

const out = join(folder, 'a folder', 'feed')
const at = (name: string) => join(out, name)
const site = 'https://example.org/talks'
const make = (more: Partial<Parameters<typeof writeSeriesFeed>[1]> = {}, signal?: AbortSignal) =>
  writeSeriesFeed({ project, podcasts }, { series: 's', out, site, ...more }, signal)
const find = (path: string) => findInFeed(readFileSync(at('feed.xml'), 'utf8'), path)
const outcomes = ({ episodes }: SeriesFeed) => episodes.map(({ step, outcome }) => `${step} ${outcome}`)

/** Changes one step as an edit would. */
function change(id: string, recipe: (step: PodcastStep) => PodcastStep) {
  const step = project.require('step', id)
  if (step.kind !== 'podcast') throw new Error('Not a podcast')
  const updated = { [id]: [step, recipe(step)] as [PodcastStep, PodcastStep] }
  project.commit({ label: 'Edit', change: { added: {}, updated, removed: {} } })
}
function hold({ rendered }: SeriesFeed) {
  for (const { step, episode } of rendered) change(step, (record) => ({ ...record, episode }))
}

let picture: string
beforeAll(async () => {
  const { result: cover } = await run(
    media.takeFile(project, sample('square.png', '-f lavfi -i testsrc2=s=1400x1400 -frames:v 1'.split(' '))),
  )
  const first = podcast('m.first', 'Value & price', 'Value comes before price.')
  const steps = [
    { ...first, script: { ...first.script, cover: cover.id } },
    createStep('page', { id: 'm.page', title: 'A page' }),
    podcast('n.second', 'Asking', 'Ask before you tell.'),
    podcast('n.empty', 'Later', null),
    podcast('n.voice', 'Nobody', 'Nobody says this.', 'klingon-x9'),
  ]
  const record = project.require('project', projectId)
  const none = { id: 'none', type: 'series' as const, title: 'No talks', modules: [] }
  project.commit({
    label: 'Set up',
    change: {
      added: {
        s: { id: 's', type: 'series', title: 'Selling with confidence', modules: ['m', 'n'] },
        none,
        m: { ...createModule({ id: 'm', title: 'M' }), steps: ['m.first', 'm.page'] },
        n: { ...createModule({ id: 'n', title: 'N' }), steps: ['n.second', 'n.empty', 'n.voice'] },
        ...Object.fromEntries(steps.map((step) => [step.id, step])),
        [cover.id]: cover,
      },
      updated: { [projectId]: [record, { ...record, series: [...record.series, 's', 'none'] }] },
      removed: {},
    },
  })
  if (!hasEspeak) return
  const { result: teal } = await run(
    media.takeFile(project, sample('teal.png', '-f lavfi -i color=c=teal:s=64x64 -frames:v 1'.split(' '))),
  )
  project.commit({ label: 'Picture', change: { added: { [teal.id]: teal }, updated: {}, removed: {} } })
  picture = `${teal.id}.png`
  change('m.first', (step) => ({
    ...step,
    script: {
      ...step.script,
      chapters: step.script.chapters.map((chapter) => ({ ...chapter, picture: teal.id })),
    },
  }))
  const { result } = await run(renderStep({ podcasts: real, media }, project, 'm.first'))
  project.commit({
    label: 'Keep',
    change: { added: { [result.asset.id]: result.asset }, updated: {}, removed: {} },
  })
  change('m.first', (step) => ({ ...step, episode: result.episode }))
})
afterAll(dispose)

test.skipIf(!hasEspeak)(
  `each podcast of a series is written with all that belongs to it, and put into one feed${hasEspeak ? '' : ` (${withoutEspeak})`}`,
  async () => {
    const { result, progress } = await run(make({ mergeKey: 'feed:1' }))
    expect(outcomes(result)).toEqual([
      'm.first written',
      'n.second written',
      'n.empty left-out',
      'n.voice failed',
    ])
    // What is as its script says is copied: publishing needs no voice for it.
    expect(renderings).toEqual(['n.second', 'n.voice'])
    const [, , empty, voice] = result.episodes
    expect(empty?.message).toBe('“Later” has no words yet. Write its script, then make the feed again.')
    expect(voice?.message).toMatch(/^There is no voice “klingon-x9” for Ana\. /)
    expect(result).toMatchObject({ file: at('feed.xml'), url: `${site}/feed.xml`, notes: [] })
    const base = `${site}/`
    for (const [path, found] of [
      ['title', 'Selling with confidence'],
      ['link', base],
      ['language', 'en-GB'],
      ['atom:link/@href', `${base}feed.xml`],
      ['itunes:author', 'Ada'],
      ['itunes:image/@href', `${base}m.first.png`],
      ['itunes:explicit', 'false'],
      ['itunes:category/@text', 'Education'],
    ] as const)
      expect([path, ...find(`/rss/channel/${path}`)]).toEqual([path, found])
    // The newest first, as feeds have it, each a second after the one before it in the series.
    expect(find('//item/title')).toEqual(['Asking', 'Value & price'])
    const [newer = 0, older = 0] = find('//item/pubDate').map((date) => Date.parse(date))
    expect(newer - older).toBe(1000)
    for (const id of ['m.first', 'n.second']) {
      const item = `//item[enclosure/@url="${base}${id}.mp3"]`
      expect(find(`${item}/enclosure/@length`)).toEqual([String(statSync(at(`${id}.mp3`)).size)])
      expect(find(`${item}/enclosure/@type`)).toEqual(['audio/mpeg'])
      expect(find(`${item}/podcast:transcript/@url`)).toEqual([`${base}${id}.vtt`])
      expect(find(`${item}/podcast:chapters/@url`)).toEqual([`${base}${id}.json`])
      expect(find(`${item}/guid`)).toHaveLength(1)
    }
    expect(readFileSync(at('m.first.vtt'), 'utf8')).toContain('Value comes before price.')
    expect(readFileSync(at('n.second.vtt'), 'utf8')).toContain('Ask before you tell.')
    const { episode } = project.require('step', 'm.first') as PodcastStep
    const audio = project.require('asset', episode?.audio ?? '')
    expect(statSync(at('m.first.mp3')).size).toBe(audio.bytes)

    // A chapter has its own picture.
    expect(JSON.parse(readFileSync(at('m.first.json'), 'utf8'))).toMatchObject({
      chapters: [{ img: `${base}${picture}` }],
    })

    const fractions = progress.map(({ fraction }) => fraction ?? 0)
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))
    expect(progress.map(({ phase }) => phase)).toContain('Asking (2 of 4): Encoding')

    // What was rendered comes back for its step to hold; its asset is there.
    expect(result.rendered.map(({ step }) => step)).toEqual(['n.second'])
    const [made] = result.rendered
    expect(project.record(made?.asset.id ?? '')).toEqual(made?.asset)
    hold(result)
  },
)

test.skipIf(!hasEspeak)(
  'a feed that is there is brought up to date: guid, day and what others wrote stay; nothing is rendered twice',
  async () => {
    renderings.length = 0
    const byHand = readFileSync(at('feed.xml'), 'utf8')
      .replace('<description>Selling with confidence<', '<description>By hand<')
      .replace('</channel>', '<x:y xmlns:x="urn:x">kept</x:y></channel>')
    writeFileSync(at('feed.xml'), byHand)
    const before = [find('//item/guid'), find('//item/pubDate')]
    const { result } = await run(make())
    expect(renderings).toEqual(['n.voice'])
    expect(result.rendered).toEqual([])
    expect([find('//item/guid'), find('//item/pubDate')]).toEqual(before)
    expect(find('//channel/description')).toEqual(['By hand'])
    expect(find('//*[local-name()="y"]')).toEqual(['kept'])

    // Renamed, it keeps its address, and so its subscribers.
    change('n.second', (step) => ({ ...step, title: 'Asking well' }))
    hold((await run(make())).result)
    expect(find('//item/title')).toEqual(['Asking well', 'Value & price'])
    expect(find('//item/guid')).toEqual(before[0])
    const [length] = find(`//item[title="Asking well"]/enclosure/@length`)
    expect(length).toBe(String(statSync(at('n.second.mp3')).size))
  },
)

test.skipIf(!hasEspeak)(
  'a feed that moves keeps its episodes, and what has to be done by hand is said',
  async () => {
    const before = [find('//item/guid'), find('//item/pubDate')]
    const { result } = await run(make({ site: 'https://talks.example.net/' }))
    expect([find('//item/guid'), find('//item/pubDate')]).toEqual(before)
    expect(find('//enclosure/@url')).toEqual([
      'https://talks.example.net/n.second.mp3',
      'https://talks.example.net/m.first.mp3',
    ])
    expect(find('//channel/atom:link/@href')).toEqual(['https://talks.example.net/feed.xml'])
    expect(result.notes).toEqual([expect.stringMatching(/^The feed was at another address before/)])
    expect((await run(make({ site: 'https://talks.example.net/' }))).result.notes).toEqual([])
  },
)

test.skipIf(!hasEspeak)('cancelled, it leaves whole files, and a feed of them', async () => {
  // It would be made now, were it not for the cancelling.
  change('n.voice', (step) => ({
    ...step,
    script: { ...step.script, speakers: [{ name: 'Ana', voice: 'en-us', speed: 1 }] },
  }))
  const other = join(folder, 'cancelled')
  const stop = new AbortController()
  const work = make({ out: other }, stop.signal)
  const failed = failureOf(
    (async () => {
      for await (const event of work)
        if (event.type === 'progress' && event.phase.startsWith('Nobody')) stop.abort()
    })(),
  )
  expect(await failed).toMatchObject({ code: 'cancelled' })
  const names = ['m.first', 'n.second'].flatMap((id) => ['json', 'mp3', 'vtt'].map((end) => `${id}.${end}`))
  expect(readdirSync(other).sort()).toEqual([...names, 'feed.xml', 'm.first.png', picture].sort())
  const feed = readFileSync(join(other, 'feed.xml'), 'utf8')
  expect(findInFeed(feed, '//enclosure/@length')).toEqual(
    ['n.second', 'm.first'].map((id) => String(statSync(join(other, `${id}.mp3`)).size)),
  )
})

test.skipIf(!hasEspeak || noSmallDisk !== null)(
  `on a full disk each episode says so, and nothing half made is left${noSmallDisk ? ` (${noSmallDisk})` : ''}`,
  async () => {
    const disk = mountSmallDisk(1)
    try {
      writeFileSync(join(disk.path, 'ballast'), randomFillSync(Buffer.alloc(1_030_000)))
      const { result } = await run(make({ out: disk.path }))
      expect(outcomes(result).filter((outcome) => outcome.endsWith('written'))).toEqual([])
      expect(result.episodes[0]?.message).toContain('is full.')
      expect(readdirSync(disk.path)).toEqual(['ballast'])
    } finally {
      disk.unmount()
    }
  },
)

test('what somebody else has put there is not replaced, unless that is asked for', async () => {
  const other = join(folder, 'theirs')
  mkdirSync(other)
  writeFileSync(join(other, 'n.second.vtt'), 'Weeks of work')
  const refused = await failureOf(run(make({ out: other })))
  expect(refused).toMatchObject({ code: 'file-exists' })
  expect(refused.message).toContain('n.second.vtt')
  expect(readdirSync(other)).toEqual(['n.second.vtt'])

  writeFileSync(join(other, 'feed.xml'), '<html/>')
  for (const overwrite of [false, true])
    expect(await failureOf(run(make({ out: other, overwrite })))).toMatchObject({ code: 'file-kind-unknown' })
  expect(readFileSync(join(other, 'feed.xml'), 'utf8')).toBe('<html/>')
})

test('a series without podcasts, and a folder that cannot be, are told of in words', async () => {
  const empty = await failureOf(run(make({ series: 'none' })))
  expect(empty.message).toBe(
    'No module of the series “No talks” has a podcast step. Correct it and try again.',
  )
  const file = join(folder, 'a file')
  writeFileSync(file, '')
  const refused = await failureOf(run(make({ out: join(file, 'feed') })))
  expect(refused.code).toBe('write-failed')
  expect(existsSync(join(file, 'feed'))).toBe(false)
})
