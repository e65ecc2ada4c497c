import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { media as sample, program } from '../../../../test/harness/media.ts'
import { temporaryProjects } from '../../../../test/harness/projects.ts'
import { createSpeaking, speaks } from '../../../../test/harness/speaking.ts'
import { failureOf, run } from '../../../../test/harness/work.ts'
import { createModule } from '../../../../shared/model/module.ts'
import { projectId } from '../../../../shared/model/project.ts'
import { podcastKind } from '../../../../shared/model/steps/podcast.ts'
import type { Line } from '../../../../shared/podcast/script.ts'
import { createMedia } from '../media.ts'
import { createPodcasts, type Podcasts } from '../podcast/podcasts.ts'
import { renderStep } from './render.ts'
import { saveStep } from './save.ts'

const { projects, dispose, folder } = temporaryProjects()
const speaking = createSpeaking()
const project = projects.get(projects.create({ title: 'Talks' }).project)
const published = join(folder, 'Published')
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
const cover = () => sample('cover.jpg', '-f lavfi -i testsrc2=s=300x300 -frames:v 1'.split(' '))

beforeAll(async () => {
  const command = speaking.command(speaks)
  calls = command.calls
  podcasts = createPodcasts(ports, { engines: command.engines })
  const { result: picture } = await run(media.takeFile(project, cover()))
  const record = project.require('project', projectId)
  const empty = podcastKind.create({ id: 'm.p', title: 'A talk' })
  const chapters = [
    { title: 'One', lines: [says(1, 'First. And second.')] },
    { title: 'Two', lines: [says(2, 'Third.')] },
  ]
  const speakers = [{ name: 'Ana', voice: 'v', speed: 1 }]
  const script = { ...empty.script, author: 'Ada', speakers, chapters, cover: picture.id }
  project.commit({
    label: 'Set up',
    change: {
      added: {
        s: { id: 's', type: 'series', title: 'S', modules: ['m'] },
        m: { ...createModule({ id: 'm', title: 'M' }), steps: ['m.p'] },
        'm.p': { ...empty, script, bitrate: 192, sampleRate: 44_100 },
        [picture.id]: picture,
      },
      updated: { [projectId]: [record, { ...record, series: [...record.series, 's'] }] },
      removed: {},
    },
  })
  await run(renderStep({ podcasts, media }, project, 'm.p'))
})
afterAll(() => {
  speaking.dispose()
  dispose()
})

type Probed = {
  streams: { codec_name: string; sample_rate?: string }[]
  chapters: { start_time: string; tags: { title: string } }[]
  format: { tags?: Record<string, string> }
}
function probe(path: string): Probed {
  const words = ['-v', 'error', '-of', 'json', '-show_streams', '-show_chapters', '-show_format', path]
  return JSON.parse(execFileSync(program('ffprobe'), words, { encoding: 'utf8' })) as Probed
}
const save = (out: string, more: Partial<Parameters<typeof saveStep>[2]> = {}, signal?: AbortSignal) =>
  saveStep({ podcasts, published }, project, { step: 'm.p', out, ...more }, signal)

describe('taking a podcast step out of the project', () => {
  it.each([
    ['mp3', ['mp3', 'mjpeg'], '44100'],
    ['m4a', ['aac', 'mjpeg', 'bin_data'], '44100'],
    // Opus knows no other rate (RFC 7845, section 5.1).
    ['opus', ['opus'], '48000'],
    ['wav', ['pcm_s16le'], '44100'],
  ])('as %s gives its chapters, cover and tags, and speaks nothing twice', async (ending, codecs, rate) => {
    const spoken = calls().length
    const out = join(published, `talk.${ending}`)
    const { result, progress } = await run(save(out))
    expect(result).toMatchObject({ chapters: 2, cues: 3, files: [{ file: out }] })
    const [file] = result.files
    expect(Math.abs((file?.loudness ?? 0) + 16)).toBeLessThanOrEqual(0.3)
    expect(file?.peak).toBeLessThanOrEqual(-1)
    expect(calls()).toHaveLength(spoken)
    const fractions = progress.flatMap(({ fraction }) => fraction ?? [])
    expect(fractions.length).toBeGreaterThan(0)
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))

    const { streams, chapters, format } = probe(out)
    expect(codecs).toEqual(expect.arrayContaining(streams.map(({ codec_name }) => codec_name)))
    expect(streams[0]).toMatchObject({ codec_name: codecs[0], sample_rate: rate })
    if (ending === 'mp3' || ending === 'm4a') {
      expect(streams.some(({ codec_name }) => codec_name === 'mjpeg')).toBe(true)
      expect(chapters.map(({ tags }) => tags.title)).toEqual(['One', 'Two'])
      expect(format.tags).toMatchObject({ title: 'A talk', artist: 'Ada' })
    }
  })

  it('puts transcript and chapters beside it on request, and replaces nothing unasked', async () => {
    const [out, transcript, chapters] = ['beside.m4a', 'beside.vtt', 'beside.json'].map((name) =>
      join(folder, name),
    ) as [string, string, string]
    await run(save(out, { transcript, chapters }))
    expect(readFileSync(transcript, 'utf8')).toContain('And second.')
    expect(JSON.parse(readFileSync(chapters, 'utf8'))).toMatchObject({
      chapters: [{ startTime: 0, title: 'One' }, { title: 'Two' }],
    })
    const before = readFileSync(out)
    const refused = await failureOf(run(save(out)))
    expect([refused.code, refused.message]).toEqual(['file-exists', expect.stringContaining(out)])
    expect(readFileSync(out)).toEqual(before)
    await run(save(out, { overwrite: true }))
  })

  it('that is cancelled leaves nothing', async () => {
    const out = join(folder, 'cancelled.opus')
    const stop = new AbortController()
    const failed = failureOf(
      (async () => {
        for await (const event of save(out, {}, stop.signal)) if (event.type === 'progress') stop.abort()
      })(),
    )
    expect((await failed).code).toBe('cancelled')
    expect(existsSync(out)).toBe(false)
  })

  it.each([
    ['a kind of file that is no episode', 'talk.aiff', 'invalid-input'],
    ['a folder that is not there', 'nowhere/talk.m4a', 'write-failed'],
  ])('refuses %s in words', async (_, name, code) => {
    const error = await failureOf(run(save(join(folder, name))))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/\.$/)
  })
})
