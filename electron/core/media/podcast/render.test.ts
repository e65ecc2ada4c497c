import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { media, program } from '../../../../test/harness/media.ts'
import { planEpisode } from '../../../../shared/podcast/plan.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { Placed, Sound, Timeline } from '../../../../shared/podcast/timeline.ts'
import { usualPlaces } from '../ffmpeg/locate.ts'
import { createFfmpegTools } from '../ffmpeg/tools.ts'
import { readWav } from '../speech/wav.ts'
import { measureLevels } from './master/measure.ts'
import { renderEpisode, type RenderJob, type Rendered } from './render.ts'
import { createStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-render-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tools = createFfmpegTools(
  usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
)

const lavfi = (graph: string) => ['-f', 'lavfi', '-i', graph, '-c:a', 'pcm_s16le']

async function soundAt(path: string): Promise<Sound> {
  const pcm = await readWav(path)
  return { path, samples: pcm?.samples.length ?? 0, rate: pcm?.rate ?? 1, channels: 1 }
}
/** Something like a person who speaks for four seconds: noise in the range of a voice, in syllables with loud beginnings. */
const voiceAt = (decibels: number) =>
  soundAt(
    media(`voice${decibels}.wav`, [
      ...lavfi(`anoisesrc=r=22050:c=pink:a=0.8:seed=3:d=4`),
      '-af',
      `highpass=f=150,lowpass=f=4000,tremolo=f=4:d=0.9,volume=${decibels}dB`,
    ]),
  )
const tone = (hertz: number, seconds: number, rate = 22_050) =>
  soundAt(media(`tone${hertz}-${seconds}.wav`, lavfi(`sine=f=${hertz}:r=${rate}:d=${seconds}`)))
const cover = () => media('cover.png', ['-f', 'lavfi', '-i', 'color=c=navy:s=300x300', '-frames:v', '1'])

const says = (sound: Sound, start: number): Placed => ({
  sound,
  from: 0,
  samples: sound.samples,
  start,
  gain: 0,
  fadeIn: 0,
  fadeOut: 0,
  kind: 'speech',
  speaker: 'Ana',
  text: 'Words.',
  place: 1,
})
let count = 0
async function rendered(
  timeline: Timeline,
  change: Partial<RenderJob> = {},
  signal?: AbortSignal,
): Promise<Rendered> {
  const here = mkdtempSync(join(folder, 'work-'))
  const job: RenderJob = {
    timeline,
    preset: 'stereo',
    outputs: [join(folder, `episode-${count++}.mp3`)],
    tags: {
      title: 'Bees',
      author: 'Ada',
      album: null,
      language: 'en',
      licence: 'CC BY 4.0',
      chapters: [],
      cover: null,
    },
    bitrate: 128,
    sampleRate: 48_000,
    denoise: false,
    overwrite: false,
    folder: here,
    store: createStore(join(here, 'store')),
    ...change,
  }
  const work = renderEpisode(tools, job, signal)
  const fractions: number[] = []
  let step = await work.next()
  while (!step.done) {
    fractions.push(step.value.fraction ?? 0)
    step = await work.next()
  }
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))
  return step.value
}

/** What is to be heard of a file: 48,000 samples a second of one channel. */
function decoded(path: string): Buffer {
  return execFileSync(
    program('ffmpeg'),
    ['-v', 'error', '-i', path, '-map', '0:a', '-ac', '1', '-ar', '48000', '-f', 's16le', '-'],
    { maxBuffer: 64_000_000 },
  )
}
const decodedSeconds = (path: string) => decoded(path).length / 2 / 48_000

/** When a sound begins after silence, in seconds. */
function beginnings(path: string): number[] {
  const samples = decoded(path)
  const found: number[] = []
  let quiet = 480
  for (let at = 0; at < samples.length / 2; at++) {
    const isLoud = Math.abs(samples.readInt16LE(at * 2)) > 1500
    if (isLoud && quiet >= 480) found.push(at / 48_000)
    quiet = isLoud ? 0 : quiet + 1
  }
  return found
}
const probed = (path: string) =>
  JSON.parse(
    execFileSync(
      program('ffprobe'),
      '-v error -show_format -show_streams -show_chapters -of json'.split(' ').concat(path),
    ).toString(),
  ) as {
    streams: { codec_type: string; disposition: { attached_pic: number } }[]
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
    const level = (start: number, seconds: number) => {
      const filters = `atrim=start=${start}:duration=${seconds},lowpass=f=400,lowpass=f=400,lowpass=f=400,volumedetect`
      const said = execFileSync('sh', [
        '-c',
        `"${program('ffmpeg')}" -hide_banner -i "${output}" -af "${filters}" -f null - 2>&1`,
      ])
      return Number(/mean_volume: (-?[\d.]+)/.exec(said.toString())?.[1])
    }
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
        language: 'en',
        licence: 'CC BY 4.0',
        chapters: timeline.chapters,
        cover: { path: cover(), kind: 'png' as const },
      },
    })
    const { streams, chapters, format } = probed(output)
    expect(format.tags).toMatchObject({
      title: 'Bees; more = honey',
      artist: 'Ada #1',
      album: 'All about bees',
      copyright: 'CC BY 4.0',
    })
    expect(chapters.map(({ tags }) => tags.title)).toEqual(['One', 'Two \\ three'])
    chapters.forEach(({ start_time }, at) =>
      expect(Number(start_time)).toBeCloseTo(timeline.chapters[at]?.start ?? 0, 2),
    )
    expect(
      streams.some(({ codec_type, disposition }) => codec_type === 'video' && disposition.attached_pic === 1),
    ).toBe(true)
  })
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
