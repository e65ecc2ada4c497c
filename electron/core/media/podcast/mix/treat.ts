import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { episodeRate, lengthOf } from '../../../../../shared/podcast/samples.ts'
import type { Placed } from '../../../../../shared/podcast/timeline.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import { throwIfAborted } from '../../ffmpeg/run.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import type { Store } from '../store.ts'
import { samplesOf } from './levels.ts'
import type { Raw } from './raw.ts'

/** Seconds of silence between two pieces that are treated in one go: by then nothing is left of the first. */
const between = 0.5

export type VoiceJob = {
  placed: readonly Placed[]
  folder: string
  title: string
  denoise: boolean
  /** Pieces that were treated before. */
  store: Store
  signal?: AbortSignal | undefined
}

export type Piece = Pick<Placed, 'sound' | 'from' | 'samples'> & { key: string; gain: number }

/** Samples of a piece in the mix. */
export const framesOf = ({ sound, samples }: Pick<Placed, 'sound' | 'samples'>) =>
  lengthOf({ samples, rate: sound.rate })

/** Lays pieces of one sample rate out in one file, with silence between them, and takes them through the filters together. */
export async function* treat(
  tools: FfmpegTools,
  pieces: readonly [Piece, ...Piece[]],
  {
    folder,
    title,
    store,
    signal,
    number,
    filters,
  }: VoiceJob & { number: number; filters: readonly string[] },
): AsyncGenerator<Progress, [string, Raw][], undefined> {
  const [dry, wet] = [join(folder, `dry-${number}.f32`), join(folder, `wet-${number}.f32`)]
  const { rate } = pieces[0].sound
  const starts: number[] = []
  let seconds = 0
  const file = await open(dry, 'w')
  try {
    for (const piece of pieces) {
      throwIfAborted(signal, title)
      // At a whole second, which is a whole number of samples at any rate.
      starts.push(seconds)
      const samples = Float32Array.from(await samplesOf(piece))
      const factor = 10 ** (piece.gain / 20) / 32_768
      for (let at = 0; at < samples.length; at++) samples[at] = (samples[at] ?? 0) * factor
      // Nothing is written between pieces: what is not there reads as zeros.
      await file.write(samples, 0, samples.byteLength, seconds * rate * 4)
      seconds = Math.ceil(seconds + samples.length / rate + between)
    }
    await file.truncate(seconds * rate * 4)
  } finally {
    await file.close()
  }
  const chain = [`aresample=${episodeRate}`, ...filters, `apad,atrim=end_sample=${seconds * episodeRate}`]
  yield* tools.convert({
    name: title,
    phase: 'Mixing',
    seconds,
    signal,
    args: [
      '-f',
      'f32le',
      '-ar',
      String(rate),
      '-ac',
      '1',
      '-i',
      fileArgument(dry),
      '-af',
      chain.join(','),
      '-ar',
      String(episodeRate),
      '-c:a',
      'pcm_f32le',
      '-f',
      'f32le',
      '-y',
      fileArgument(wet),
    ],
  })
  return keepEach(
    pieces.map((piece, at): [string, Raw] => {
      const first = (starts[at] ?? 0) * episodeRate
      return [piece.key, { path: wet, channels: 1, first, frames: framesOf(piece) }]
    }),
    wet,
    store,
  )
}

/** Remembers each piece of a file. */
async function keepEach(pieces: [string, Raw][], path: string, store: Store): Promise<[string, Raw][]> {
  const file = await open(path)
  try {
    for (const [key, { first, frames }] of pieces) {
      const bytes = Buffer.alloc(frames * 4)
      await file.read(bytes, 0, bytes.length, first * 4)
      await store.keep(key, bytes)
    }
  } finally {
    await file.close()
  }
  return pieces
}
