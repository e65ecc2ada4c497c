import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { usualPlaces } from '../../electron/core/media/ffmpeg/locate.ts'
import { createFfmpegTools } from '../../electron/core/media/ffmpeg/tools.ts'
import { renderEpisode, type RenderJob, type Rendered } from '../../electron/core/media/podcast/render.ts'
import type { Tags } from '../../electron/core/media/podcast/master/tags.ts'
import { createStore } from '../../electron/core/media/podcast/store.ts'
import { readWav } from '../../electron/core/media/speech/wav.ts'
import type { Placed, Sound, Timeline } from '../../shared/podcast/timeline.ts'
import { media, program } from './media.ts'

/** What the tests of a file make; it goes when they have run. */
export const folder = mkdtempSync(join(tmpdir(), 'morsel-render-'))
afterAll(() => rmSync(folder, { recursive: true }))
export const tools = createFfmpegTools(
  usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
)

const lavfi = (graph: string) => ['-f', 'lavfi', '-i', graph, '-c:a', 'pcm_s16le']

async function soundAt(path: string): Promise<Sound> {
  const pcm = await readWav(path)
  return { path, samples: pcm?.samples.length ?? 0, rate: pcm?.rate ?? 1, channels: 1 }
}
/** Something like a person who speaks for four seconds: noise in the range of a voice, in syllables with loud beginnings. */
export const voiceAt = (decibels: number) =>
  soundAt(
    media(`voice${decibels}.wav`, [
      ...lavfi(`anoisesrc=r=22050:c=pink:a=0.8:seed=3:d=4`),
      '-af',
      `highpass=f=150,lowpass=f=4000,tremolo=f=4:d=0.9,volume=${decibels}dB`,
    ]),
  )
/** A tone; `graph` is another sound in its place, of that name. */
export const tone = (
  hertz: number,
  seconds: number,
  rate = 22_050,
  graph = `sine=f=${hertz}:r=${rate}:d=${seconds}`,
) => soundAt(media(`tone${hertz}-${seconds}.wav`, lavfi(graph)))
/** Noise that has nothing in common with that of another seed. */
export const noise = (seconds: number, seed: number) =>
  soundAt(media(`noise${seed}.wav`, lavfi(`anoisesrc=r=48000:c=pink:a=0.5:seed=${seed}:d=${seconds}`)))
export const cover = () =>
  media('cover.png', ['-f', 'lavfi', '-i', 'color=c=navy:s=300x300', '-frames:v', '1'])

export const says = (sound: Sound, start: number): Placed => ({
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
/** What a file says of itself. */
export const tags: Tags = {
  title: 'Bees',
  author: 'Ada',
  album: null,
  language: 'en',
  licence: 'CC BY 4.0',
  chapters: [],
  cover: null,
  pictures: new Map(),
}

let count = 0
export async function rendered(
  timeline: Timeline,
  change: Partial<RenderJob> = {},
  signal?: AbortSignal,
): Promise<Rendered> {
  const here = mkdtempSync(join(folder, 'work-'))
  const job: RenderJob = {
    timeline,
    preset: 'stereo',
    outputs: [join(folder, `episode-${count++}.mp3`)],
    tags,
    bitrate: 128,
    sampleRate: 48_000,
    denoise: false,
    overwrite: false,
    folder: here,
    store: createStore(join(here, 'store')),
    note: (sentence) => expect.fail(sentence),
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
export const decodedSeconds = (path: string) => decoded(path).length / 2 / 48_000

/** When a sound begins after silence, in seconds. */
export function beginnings(path: string): number[] {
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

/** What was decoded; files are made once. */
const heard = new Map<string, Buffer>()

/** How loud a file is from one second to another: its mean power in decibels; of one tone alone when `hertz` says so. */
export function levelOf(path: string, [from, to]: [number, number], hertz: number | null = null): number {
  const samples = heard.get(path) ?? decoded(path)
  heard.set(path, samples)
  const [first, last] = [Math.round(from * 48_000), Math.round(to * 48_000)]
  let [power, real, imaginary] = [0, 0, 0]
  for (let at = first; at < last; at++) {
    const sample = samples.readInt16LE(at * 2) / 32_768
    const angle = hertz === null ? 0 : (2 * Math.PI * hertz * at) / 48_000
    power += sample ** 2
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
  }
  const count = last - first
  return (
    10 *
    Math.log10((hertz === null ? power / count : (2 * (real ** 2 + imaginary ** 2)) / count ** 2) + 1e-12)
  )
}
