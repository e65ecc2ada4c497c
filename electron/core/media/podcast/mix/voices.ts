import { throwIfAborted } from '../../ffmpeg/run.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import { storeKey } from '../store.ts'
import { together } from '../together.ts'
import { type Powers, powersIn, samplesOf } from './levels.ts'
import type { Raw } from './raw.ts'
import { framesOf, type Piece, treat, type VoiceJob } from './treat.ts'
import { voiceGains } from './voice-gains.ts'

/** Rumble goes, sharp s are softened where ffmpeg can, and loud and soft words come closer together. */
const compressor = 'acompressor=threshold=0.05:ratio=3:attack=5:release=120:knee=4:makeup=2'

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

/** The pieces with their gain in decibels. `treatment` is what is done to them after that. */
async function levelled({ placed, title, signal }: VoiceJob, treatment: readonly string[]): Promise<Piece[]> {
  const powers: Powers[] = []
  const contents: string[] = []
  for (const piece of placed) {
    throwIfAborted(signal, title)
    const samples = await samplesOf(piece)
    powers.push(powersIn(samples, piece.sound.rate))
    contents.push(storeKey(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)))
  }
  const gains = voiceGains(placed, powers)
  return placed.map(({ sound, from, samples }, at): Piece => {
    const gain = gains[at] ?? 0
    return { sound, from, samples, gain, key: storeKey(contents[at] ?? '', sound.rate, gain, ...treatment) }
  })
}
