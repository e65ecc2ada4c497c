import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  beginnings,
  cover,
  decodedSeconds,
  folder,
  levelOf,
  rendered,
  says,
  tags,
  tone,
  tools,
  voiceAt,
} from '../../../../test/harness/episodes.ts'
import { program } from '../../../../test/harness/media.ts'
import { planEpisode } from '../../../../shared/podcast/plan.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { Timeline } from '../../../../shared/podcast/timeline.ts'
import { measureLevels } from './master/measure.ts'
import { createStore } from './store.ts'

const probed = (path: string) =>
  JSON.parse(
    execFileSync(
      program('ffprobe'),
      '-v error -show_format -show_streams -show_chapters -of json'.split(' ').concat(path),
    ).toString(),
  ) as {
    streams: {
      codec_type: string
      disposition: { attached_pic: number }
      tags?: { language?: string }
    }[]
    chapters: { start_time: string; end_time: string; tags: { title: string } }[]
    format: { tags: Record<string, string> }
  }

describe('loudness and peak, in the file itself', () => {
  const episode = async (decibels: number): Promise<Timeline> => {
    const voice = await voiceAt(decibels)
    return {
      seconds: 14.5,
      placed: [says(voice, 0.5), says(voice, 5), says(voice, 9.6)],
      music: [],
      duck: 12,
      chapters: [],
      cues: [],
    }
  }

  it.each([
    [-2, 'stereo', -16],
    [-14, 'mono', -19],
    [-26, 'loud', -14],
  ] as const)('from an input %d dB down, as %s, in every format', async (decibels, preset, target) => {
    const timeline = await episode(decibels)
    const outputs = ['mp3', 'm4a', 'opus', 'wav'].map((kind) => join(folder, `level${decibels}.${kind}`))
    const { files, before } = await rendered(timeline, { outputs, preset })
    expect(before.loudness).toBeLessThan(0)
    for (const { file, loudness, peak, seconds } of files) {
      const channels = preset === 'mono' ? 1 : 2
      const levels = await measureLevels(tools, { input: ['-i', file], channels, name: file })
      expect(Math.abs(levels.loudness - target), file).toBeLessThanOrEqual(0.3)
      expect(levels.peak, file).toBeLessThanOrEqual(-1)
      expect({ loudness, peak }).toEqual({ loudness: levels.loudness, peak: levels.peak })
      expect(Math.abs(decodedSeconds(file) - timeline.seconds), file).toBeLessThanOrEqual(0.02)
      expect(Math.abs(seconds - decodedSeconds(file)), file).toBeLessThanOrEqual(0.001)
    }
  })

  it('from −40 LUFS', async () => {
    const voice = await voiceAt(-25)
    const input = ['-i', voice.path]
    const { loudness } = await measureLevels(tools, { input, channels: 1, name: 'A whisper' })
    expect(loudness).toBeLessThan(-40)
    const timeline = { ...(await episode(-25)), seconds: 14.513 }
    const outputs = ['mp3', 'm4a'].map((kind) => join(folder, `whisper.${kind}`))
    // At a rate at which nothing is a whole number of frames.
    const { files } = await rendered(timeline, { outputs, sampleRate: 44_100 })
    for (const { file, seconds, ...levels } of files) {
      expect(Math.abs(levels.loudness + 16), file).toBeLessThanOrEqual(0.3)
      expect(levels.peak, file).toBeLessThanOrEqual(-1)
      expect(Math.abs(decodedSeconds(file) - timeline.seconds), file).toBeLessThanOrEqual(0.02)
      expect(Math.abs(seconds - decodedSeconds(file)), file).toBeLessThanOrEqual(0.001)
    }
  })

  it.each([7.001, 7.009, 7.013, 7.0199])(
    'lasts %d seconds when that is planned, to 20 ms',
    async (seconds) => {
      const timeline = { ...(await episode(-14)), seconds }
      timeline.placed = timeline.placed.slice(0, 1)
      const outputs = ['mp3', 'm4a', 'opus', 'wav'].map((kind) => join(folder, `lasts${seconds}.${kind}`))
      const { files } = await rendered(timeline, { outputs })
      for (const { file } of files)
        expect(Math.abs(decodedSeconds(file) - seconds), file).toBeLessThanOrEqual(0.02)
    },
  )

  it('begins where the last render of the episode ended', async () => {
    const timeline = await episode(-14)
    const store = createStore(join(folder, 'store'))
    const first = await rendered(timeline, { store })
    const again = await rendered(timeline, { store })
    expect(again.files[0]?.loudness).toBeCloseTo(first.files[0]?.loudness ?? 0, 0)
  })
})

describe('what is heard, and when', () => {
  it('lies where the plan says, to five milliseconds, in every format', async () => {
    const beep = await tone(1000, 0.1)
    const starts = [0.5, 2.25, 3.001, 5.5]
    const timeline = {
      seconds: 6.5,
      placed: starts.map((at) => says(beep, at)),
      music: [],
      duck: 12,
      chapters: [],
      cues: [],
    }
    const outputs = ['mp3', 'm4a', 'opus', 'wav'].map((kind) => join(folder, `beeps.${kind}`))
    const { files } = await rendered(timeline, { outputs })
    for (const { file } of files) {
      const heard = beginnings(file)
      expect(heard, file).toHaveLength(starts.length)
      heard.forEach((at, place) => expect(Math.abs(at - (starts[place] ?? 0)), file).toBeLessThan(0.006))
    }
  })

  it('lets music give way by just the decibels asked for while somebody speaks', async () => {
    const [voice, bed] = [await tone(3000, 3), await tone(200, 2, 48_000)]
    const timeline: Timeline = {
      seconds: 9,
      placed: [says(voice, 3)],
      music: [{ sound: bed, role: 'bed', start: 0, seconds: 9, gain: 0, fadeIn: 0.02, fadeOut: 0.02 }],
      duck: 15,
      chapters: [],
      cues: [],
    }
    const output = join(folder, 'duck.wav')
    await rendered(timeline, { outputs: [output] })
    const level = (start: number, seconds: number) => levelOf(output, [start, start + seconds], 200)
    const [open, under, after] = [level(0.5, 1.5), level(3.5, 2), level(7.2, 1.5)]
    expect(open - under).toBeCloseTo(15, 0)
    expect(after).toBeCloseTo(open, 0)
  })
})

describe('what a file says of itself', () => {
  let timeline: Timeline
  beforeAll(async () => {
    const voice = await voiceAt(-14)
    const script: Script = {
      title: 'Bees; more = honey',
      author: 'Ada #1',
      language: 'en',
      licence: 'CC BY 4.0',
      speakers: [],
      pronunciation: {},
      music: { intro: null, bed: null, outro: null, duck: 12, level: 0 },
      cover: null,
      loudness: 'stereo',
      denoise: false,
      chapters: ['One', 'Two \\ three'].map((title, at) => ({
        title,
        lines: [{ place: at, kind: 'speech', speaker: 'Ana', text: 'Words.', source: null }],
      })),
    }
    timeline = planEpisode(
      script,
      { sentencesOf: () => [{ sound: voice, text: 'Words.' }], clipOf: () => null },
      { intro: null, bed: null, outro: null },
    )
  })

  it.each(['mp3', 'm4a'])('tags, chapters and cover, as %s', async (kind) => {
    const output = join(folder, `tagged.${kind}`)
    await rendered(timeline, {
      outputs: [output],
      tags: {
        title: 'Bees; more = honey',
        author: 'Ada #1',
        album: 'All about bees',
        language: 'de-AT',
        licence: 'CC BY 4.0',
        chapters: timeline.chapters,
        cover: { path: cover(), kind: 'png' as const },
        pictures: new Map(),
      },
    })
    const { streams, chapters, format } = probed(output)
    // ISO 639-2, where each kind of file has it.
    const [sound] = streams
    expect(kind === 'mp3' ? format.tags.language : sound?.tags?.language).toBe('deu')
    expect(format.tags).toMatchObject({
      title: 'Bees; more = honey',
      artist: 'Ada #1',
      album: 'All about bees',
      copyright: 'CC BY 4.0',
    })
    expect(chapters.map(({ tags }) => tags.title)).toEqual(['One', 'Two \\ three'])
    chapters.forEach(({ start_time }, at) =>
      expect(Math.abs(Number(start_time) - (timeline.chapters[at]?.start ?? 0))).toBeLessThanOrEqual(0.001),
    )
    // The second is heard where it is said to begin.
    const [, second] = chapters
    const heard = beginnings(output).filter((at) => at > Number(second?.start_time) - 0.5)
    expect(Math.abs((heard[0] ?? 0) - Number(second?.start_time))).toBeLessThanOrEqual(0.05)
    expect(
      streams.some(({ codec_type, disposition }) => codec_type === 'video' && disposition.attached_pic === 1),
    ).toBe(true)
  })
})

it('an MP3 names its chapters in a table of contents, and says how long it is', async () => {
  const output = join(folder, 'contents.mp3')
  const chapters = ['One', 'Two', 'Three'].map((title, at) => ({ start: at, title }))
  const timeline = { seconds: 5, placed: [says(await voiceAt(-14), 0.5)], music: [], duck: 12, cues: [] }
  await rendered({ ...timeline, chapters }, { outputs: [output], tags: { ...tags, chapters } })
  const bytes = readFileSync(output)
  const at = bytes.indexOf('CTOC')
  // A name, flags (top level, in order), a count, and the names of the chapters.
  expect(bytes.toString('latin1', at + 10, at + 10 + 18)).toBe('toc\0\x03\x03ch0\0ch1\0ch2\0')
  expect(bytes.indexOf('CHAP')).toBeGreaterThan(at)
  const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + (bytes[place] ?? 0), 0)
  const info = bytes.indexOf('Info')
  expect(info).toBe(10 + size + 36)
  expect(bytes.readUInt32BE(info + 12)).toBe(bytes.length - 10 - size)
  const delayAndPadding = bytes.readUIntBE(info + 141, 3)
  const heard = bytes.readUInt32BE(info + 8) * 1152 - (delayAndPadding >> 12) - (delayAndPadding & 0xfff)
  expect(heard).toBe(5 * 48_000)
})

describe('what goes wrong', () => {
  const short = async (): Promise<Timeline> => ({
    seconds: 5,
    placed: [says(await voiceAt(-14), 0.5)],
    music: [],
    duck: 12,
    chapters: [],
    cues: [],
  })

  it('is told before anything is made: an ending nobody knows, a file that is there, a folder that is not', async () => {
    const taken = join(folder, 'taken.mp3')
    writeFileSync(taken, 'mine')
    for (const [output, code] of [
      [join(folder, 'episode.flac'), 'invalid-input'],
      [taken, 'file-exists'],
      [join(folder, 'nowhere', 'episode.mp3'), 'write-failed'],
    ] as const)
      await expect(rendered(await short(), { outputs: [output] })).rejects.toMatchObject({ code })
    await rendered(await short(), { outputs: [taken], overwrite: true })
    expect(decodedSeconds(taken)).toBeCloseTo(5, 1)
  })

  it('by cancelling leaves nothing behind', async () => {
    const stop = new AbortController()
    const output = join(folder, 'cancelled.mp3')
    setTimeout(() => stop.abort(), 150)
    await expect(rendered(await short(), { outputs: [output] }, stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(readdirSync(folder).filter((name) => /cancelled|\.part$/.test(name))).toEqual([])
  })
})
