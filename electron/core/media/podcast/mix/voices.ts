import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { episodeRate, lengthOf } from '../../../../../shared/podcast/samples.ts'
import type { Placed } from '../../../../../shared/podcast/timeline.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import { throwIfAborted } from '../../ffmpeg/run.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import { type Store, storeKey } from '../store.ts'
import { together } from '../together.ts'
import { gainOf, type Powers, powersIn, samplesOf } from './levels.ts'
import type { Raw } from './raw.ts'

/** Rumble goes, sharp s are softened where ffmpeg can, and loud and soft words come closer together. */
const compressor = 'acompressor=threshold=0.05:ratio=3:attack=5:release=120:knee=4:makeup=2'
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

type Piece = Pick<Placed, 'sound' | 'from' | 'samples'> & { key: string; gain: number }

/**
 * Makes everything that is said ready to be mixed: each piece by itself, every speaker and every recording at the same level.
 * A piece sounds the same whatever stands around it, so that it is treated once.
 */
export async function* prepareVoices(
  tools: FfmpegTools,
  job: VoiceJob,
): AsyncGenerator<Progress, Raw[], undefined> {
  const { denoise, store } = job
  const { canDeEss, version } = await tools.capabilities()
  const filters = [
    'highpass=f=80',
    ...(denoise ? ['afftdn=nr=12'] : []),
    ...(canDeEss ? ['deesser'] : []),
    compressor,
  ]
  const pieces = await levelled(job, [version, ...filters])
  const ready = new Map<string, Raw>()
  const missing = new Map<string, Piece>()
  for (const piece of pieces) {
    const path = await store.find(piece.key)
    if (path === null) missing.set(piece.key, piece)
    else ready.set(piece.key, { path, channels: 1, first: 0, frames: framesOf(piece) })
  }
  const shares = [...Map.groupBy(missing.values(), ({ sound }) => sound.rate).values()].flatMap(halved)
  const made = yield* together(
    'Mixing',
    shares.map((some, at) => treat(tools, some, { ...job, filters, number: at })),
  )
  for (const [key, raw] of made.flat()) ready.set(key, raw)
  return pieces.flatMap(({ key }) => ready.get(key) ?? [])
}

/** For two processors; a piece is known to be there. */
function halved<Item>(items: Item[]): [Item, ...Item[]][] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)].filter(
    (some): some is [Item, ...Item[]] => some.length > 0,
  )
}

const framesOf = ({ sound, samples }: Pick<Placed, 'sound' | 'samples'>) =>
  lengthOf({ samples, rate: sound.rate })

/** Who or what is to be as loud as the others: a speaker's voice, or one recording. */
const sourceOf = ({ kind, speaker, sound, from }: Placed) =>
  kind === 'clip' ? `${sound.path} ${from}` : `speaker ${speaker}`

/** The pieces with their gain in decibels. `treatment` is what is done to them after that. */
async function levelled({ placed, title, signal }: VoiceJob, treatment: readonly string[]): Promise<Piece[]> {
  const sources = new Map<string, Powers>()
  const contents: string[] = []
  for (const piece of placed) {
    throwIfAborted(signal, title)
    const samples = await samplesOf(piece)
    const powers = sources.get(sourceOf(piece)) ?? []
    powers.push(...powersIn(samples, piece.sound.rate))
    sources.set(sourceOf(piece), powers)
    contents.push(storeKey(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)))
  }
  const gains = new Map([...sources].map(([source, powers]) => [source, gainOf(powers, 'voice')]))
  return placed.map((piece, at): Piece => {
    const gain = gains.get(sourceOf(piece)) ?? 0
    const { sound, from, samples } = piece
    return { sound, from, samples, gain, key: storeKey(contents[at] ?? '', sound.rate, gain, ...treatment) }
  })
}

/** Lays pieces of one sample rate out in one file, with silence between them, and takes them through the filters together. */
async function* treat(
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
