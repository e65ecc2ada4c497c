import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTag } from '../../../../test/harness/id3.ts'
import { media as sample } from '../../../../test/harness/media.ts'
import { temporaryProjects } from '../../../../test/harness/projects.ts'
import { createSpeaking, speaks } from '../../../../test/harness/speaking.ts'
import { failureOf, run } from '../../../../test/harness/work.ts'
import type { Change } from '../../../../shared/model/change.ts'
import { createModule } from '../../../../shared/model/module.ts'
import { projectId } from '../../../../shared/model/project.ts'
import { podcastKind } from '../../../../shared/model/steps/podcast.ts'
import { createStep } from '../../../../shared/model/steps/index.ts'
import { madeFrom } from '../../../../shared/podcast/made-from.ts'
import type { Line } from '../../../../shared/podcast/script.ts'
import type { ProjectAccess } from '../../domains.ts'
import { createMedia } from '../media.ts'
import { createPodcasts, type Podcasts } from '../podcast/podcasts.ts'
import { mediaRoutes } from '../routes.ts'
import { readWav } from '../speech/wav.ts'
import { renderStep } from './render.ts'
import { pathsOf, scriptOf } from './step.ts'

const { projects, dispose, folder } = temporaryProjects()
const speaking = createSpeaking()
const opened = projects.create({ title: 'Talks' })
const project: ProjectAccess = projects.get(opened.project)
const ports = { ffmpeg: null, log: () => {}, paths: { resources: folder, home: join(folder, 'home') } }
const media = createMedia(ports)
let podcasts: Podcasts
let calls: () => string[]

const says = (place: number, text: string): Line => ({
  place,
  kind: 'speech',
  speaker: 'Ana',
  text,
  source: null,
})

beforeAll(async () => {
  // A word is a tone, so that what was said can be told.
  const command = speaking.command(speaks)
  calls = command.calls
  podcasts = createPodcasts(ports, { engines: command.engines })
  const { result: music } = await run(
    media.takeFile(project, sample('bed.wav', '-f lavfi -i sine=f=200:d=3'.split(' '))),
  )
  const record = project.require('project', projectId)
  const series = { id: 's', type: 'series' as const, title: 'S', modules: ['m'] }
  const module = { ...createModule({ id: 'm', title: 'M' }), steps: ['m.p', 'm.q'] }
  const empty = podcastKind.create({ id: 'm.p', title: 'A talk: “1/2”' })
  const step = {
    ...empty,
    script: {
      ...empty.script,
      speakers: [{ name: 'Ana', voice: 'v', speed: 1 }],
      music: { ...empty.script.music, bed: music.id },
      chapters: [
        { title: 'One', lines: [says(70, 'First. And second.')] },
        { title: 'Two', lines: [says(9, 'Third.')] },
      ],
    },
  }
  project.commit({
    label: 'Set up',
    change: {
      added: {
        s: series,
        m: module,
        'm.p': step,
        'm.q': createStep('page', { id: 'm.q', title: 'Q' }),
        [music.id]: music,
      },
      updated: { [projectId]: [record, { ...record, series: [...record.series, 's'] }] },
      removed: {},
    },
  })
})
afterAll(() => {
  speaking.dispose()
  dispose()
})

describe('rendering a podcast step', () => {
  it('makes its script into an MP3 of the project, and tells what the step is to hold of it', async () => {
    const { result, progress } = await run(renderStep({ podcasts, media }, project, 'm.p'))
    const { asset, episode } = result
    expect(asset).toMatchObject({ kind: 'audio', extension: 'mp3', name: 'A talk “1 2”.mp3', playable: true })
    expect(existsSync(join(project.path, 'media', `${asset.sha256}.mp3`))).toBe(true)
    expect(episode).toMatchObject({
      audio: asset.id,
      chapters: [{ start: 0, title: 'One' }, { title: 'Two' }],
    })
    expect(episode.cues.map(({ text }) => text)).toEqual(['First.', 'And second.', 'Third.'])
    expect(Math.abs(episode.after.loudness + 16)).toBeLessThanOrEqual(0.3)
    expect(episode.after.peak).toBeLessThanOrEqual(-1)
    const fractions = progress.flatMap(({ fraction }) => fraction ?? [])
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))

    const step = project.require('step', 'm.p')
    if (step.kind !== 'podcast') throw new Error('Not a podcast')
    expect(episode.madeFrom).toBe(madeFrom(step, {}))
    expect(madeFrom({ ...step, bitrate: 192 }, {})).not.toBe(episode.madeFrom)
    expect(madeFrom(step, { third: 'thurd' })).not.toBe(episode.madeFrom)
  })

  it('that is cancelled leaves nothing, and has not to speak again what was spoken', async () => {
    const before = readdirSync(join(project.path, 'media'))
    const spoken = calls().length
    const stop = new AbortController()
    const work = renderStep({ podcasts, media }, project, 'm.p', stop.signal)
    const failed = failureOf(
      (async () => {
        for await (const event of work)
          if (event.type === 'progress' && event.phase !== 'Speaking') stop.abort()
      })(),
    )
    expect((await failed).code).toBe('cancelled')
    expect(readdirSync(join(project.path, 'media'))).toEqual(before)
    expect(calls()).toHaveLength(spoken)
  })

  it('refuses a step of another kind in words', async () => {
    const error = await failureOf(run(renderStep({ podcasts, media }, project, 'm.q')))
    expect(error.message).toContain('is a page and not a podcast')
  })
})

it('is rendered with the pictures of its chapters that are there', async () => {
  const step = project.require('step', 'm.p')
  if (step.kind !== 'podcast') throw new Error('Not a podcast')
  const { result: picture } = await run(
    media.takeFile(project, sample('one.png', '-f lavfi -i color=c=teal:s=64x64 -frames:v 1'.split(' '))),
  )
  // As somebody may leave it who empties a folder.
  const gone = { ...picture, id: 'asset.gone', sha256: '0'.repeat(64), name: 'gone.png' }
  const pictures = [picture.id, gone.id]
  const chapters = step.script.chapters.map((chapter, at) => ({ ...chapter, picture: pictures[at] }))
  const changed = { ...step, script: { ...step.script, chapters } }
  const commit = (change: Change) => project.commit({ label: 'Pictures', change })
  const added = { [picture.id]: picture, [gone.id]: gone }
  commit({ added, updated: { 'm.p': [step, changed] }, removed: {} })
  const { result } = await run(renderStep({ podcasts, media }, project, 'm.p'))
  expect(result.episode.chapters).toEqual([
    { start: 0, title: 'One', picture: picture.id },
    { start: expect.any(Number), title: 'Two' },
  ])
  expect(result.notes).toEqual(['The picture of the chapter “Two” was left out: there is no such file.'])
  expect(
    readTag(readFileSync(join(project.path, 'media', `${result.asset.sha256}.mp3`))).chapters[0]?.picture
      ?.mime,
  ).toBe('image/jpeg')
  commit({ added: {}, updated: { 'm.p': [changed, step] }, removed: added })
})

it('is laid out before it is rendered: lines, music and what they look like', async () => {
  const step = project.require('step', 'm.p')
  if (step.kind !== 'podcast') throw new Error('Not a podcast')
  const script = scriptOf(project, step)
  const { result } = await run(podcasts.layOut({ script, files: pathsOf(project, script) }))
  expect(result.placed.map(({ line, start, seconds, speaker }) => [line, start, seconds, speaker])).toEqual([
    [1, 0, expect.closeTo(0.5, 1), 'Ana'],
    [1, expect.closeTo(0.75, 1), expect.closeTo(0.5, 1), 'Ana'],
    [2, expect.closeTo(2.3, 1), expect.closeTo(0.5, 1), 'Ana'],
  ])
  const [first] = result.placed
  expect(first?.peaks.slice(1, -1).every((peak) => peak === 24)).toBe(true)
  const [bed] = result.music
  expect(bed).toMatchObject({ role: 'bed', start: 0, seconds: result.seconds })
  // It lasts three seconds, and goes on.
  expect(bed?.peaks).toHaveLength(Math.ceil(result.seconds * 20))
})

it('is spoken with the pronunciations of the project, over which its own go', () => {
  const step = project.require('step', 'm.p')
  const record = project.require('project', projectId)
  if (step.kind !== 'podcast') throw new Error('Not a podcast')
  const own = { ...step, script: { ...step.script, pronunciation: { SCORM: 'skorm' } } }
  const shared = { ...record, pronunciation: { SCORM: 'ess corm', LMS: 'ell em ess' } }
  project.commit({
    label: 'Pronounce',
    change: { added: {}, updated: { [projectId]: [record, shared], 'm.p': [step, own] }, removed: {} },
  })
  expect(scriptOf(project, own).pronunciation).toEqual({ SCORM: 'skorm', LMS: 'ell em ess' })
})

describe('a line as it is said', () => {
  const ask = (query: string) =>
    mediaRoutes({ projects, media, podcasts, ports }).fetch(
      new Request(`http://studio/${opened.project}/line?${query}`),
    )

  it('is a WAV of its sentences', async () => {
    const response = await ask('step=m.p&number=1')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    const path = join(folder, 'line.wav')
    writeFileSync(path, new Uint8Array(await response.arrayBuffer()))
    const pcm = await readWav(path)
    // Two tones of half a second and the pauses after them.
    expect((pcm?.samples.length ?? 0) / (pcm?.rate ?? 1)).toBeCloseTo(1.5, 1)
  })

  it('that is not there is told of', async () => {
    const response = await ask('step=m.p&number=3')
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      400,
      'invalid-input',
    ])
  })
})
