import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../../../../../shared/errors.ts'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import { progressOf } from '../../ffmpeg/progress.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import type { MixFile } from '../mix/mix.ts'
import { type Store, storeKey } from '../store.ts'
import type { FramedCoding } from './coding.ts'
import { framesIn } from './frames.ts'
import { mixInput, type Stretch } from './measure.ts'
import { onePiece, type Piece } from './pieces.ts'
import type { Pool } from './pool.ts'

/** What is encoded, and with what. */
export type SoundJob = {
  mix: MixFile
  /** The same for equal sound: of a stretch of the mix. */
  fingerprint: (stretch: Stretch) => Promise<string>
  pieces: readonly Piece[]
  folder: string
  name: string
  store: Store
  pool: Pool
}

type With = { coding: FramedCoding; filters: readonly string[]; rate: number }

/** Encoded sound: its frames one after the other. */
export type Encoded = { bytes: Buffer; frames: number }

/**
 * Encodes a mix through `filters`, in pieces, side by side; what was encoded before is not encoded again. Pieces of sound that
 * begins on the grid join without a seam: each is encoded with some of what is around it, which is then left off.
 */
export async function* encodeSound(
  tools: FfmpegTools,
  job: SoundJob,
  { coding, filters, rate }: With,
  signal?: AbortSignal,
): AsyncGenerator<Progress, Encoded, undefined> {
  const pieces = rate === episodeRate ? job.pieces : onePiece(job.mix.frames)
  const { version } = await tools.capabilities()
  const stop = new AbortController()
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  async function encoded(piece: Piece): Promise<Encoded> {
    const { from, to, around } = piece
    const isLast = to === job.mix.frames
    const key = storeKey(
      await job.fingerprint(around),
      from - around.from,
      to - from,
      isLast,
      rate,
      version,
      ...filters,
      ...coding.args,
    )
    const known = await job.store.find(key)
    const found = known === null ? null : await readFile(known).catch(() => null)
    if (found) return { bytes: found, frames: framesIn(found, coding.frames.kind).length }
    const frames = await job.pool.run(() => encodePiece(tools, job, piece, { coding, filters, rate }, either))
    const bytes = Buffer.concat(frames)
    await job.store.keep(key, bytes)
    return { bytes, frames: frames.length }
  }
  const works = pieces.map(encoded)
  try {
    yield* counted(works)
    const all = await Promise.all(works)
    return {
      bytes: Buffer.concat(all.map(({ bytes }) => bytes)),
      frames: all.reduce((sum, { frames }) => sum + frames, 0),
    }
  } finally {
    // Whoever stops listening stops the work.
    stop.abort()
    await Promise.allSettled(works)
  }
}

/** Tells how many works of many have ended. */
async function* counted(works: readonly Promise<unknown>[]): AsyncGenerator<Progress, void, undefined> {
  const startedAt = Date.now()
  const open = new Map(works.map((work, at) => [at, work.then(() => at)]))
  while (open.size > 0) {
    const ended = await Promise.race(open.values())
    open.delete(ended)
    const done = works.length - open.size
    const { fraction, secondsLeft } = progressOf(done, works.length, Date.now() - startedAt)
    yield { type: 'progress', phase: 'Encoding', fraction, secondsLeft }
  }
}

/** The frames of one piece. */
async function encodePiece(
  tools: FfmpegTools,
  { mix, folder, name }: SoundJob,
  piece: Piece,
  { coding, filters, rate }: With,
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  const { kind, samples } = coding.frames
  const path = join(folder, `piece-${randomUUID()}`)
  await tools.ffmpeg({
    name,
    signal,
    args: [
      ...mixInput(mix, piece.around),
      '-af',
      [...filters, `aresample=${rate}`].join(','),
      ...coding.args,
      '-y',
      fileArgument(path),
    ],
  })
  const frames = framesIn(await readFile(path), kind)
  await rm(path)
  const first = (piece.from - piece.around.from) / samples
  const isLast = piece.to === mix.frames
  // Of AAC, frames before the first and after the last word are one each, and what does not fill the half of one goes.
  const count = isLast
    ? kind === 'mp3'
      ? frames.length - first
      : Math.round((mix.frames * rate) / episodeRate / samples) + 1 - piece.from / samples
    : (piece.to - piece.from) / samples
  if (frames.length < first + count)
    throw new StudioError('ffmpeg-failed', { name, problem: 'it wrote less than it should have' })
  return frames.slice(first, first + count)
}
