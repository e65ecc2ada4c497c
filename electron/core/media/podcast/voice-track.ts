import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Placed, Timeline } from '../../../../shared/podcast/timeline.ts'
import { readWav } from '../speech/wav.ts'
import { gainFor } from './levels.ts'

/** All that is said of one sample rate, each piece at its place: 32-bit float samples of one channel without a header. */
export type Track = { path: string; rate: number }

/** Seconds over which a piece comes and goes, so that nothing clicks. */
const edge = 0.005

/**
 * Lays everything that is said out at its place, a track for each sample rate, every speaker and every recording at the same
 * level. Exact to the sample.
 */
export async function writeVoiceTracks(
  { placed, seconds }: Timeline,
  folder: string,
  signal?: AbortSignal,
): Promise<Track[]> {
  const gains = await gainsOf(placed)
  const rates = [...new Set(placed.map(({ sound }) => sound.rate))]
  const tracks: Track[] = []
  for (const rate of rates) {
    const path = join(folder, `voice-${rate}.f32`)
    const file = await open(path, 'w')
    try {
      for (const piece of placed) {
        if (piece.sound.rate !== rate) continue
        signal?.throwIfAborted()
        const samples = await samplesOf(piece, gains.get(sourceOf(piece)) ?? 0)
        // Nothing is written between pieces: what is not there reads as zeros.
        await file.write(samples, 0, samples.byteLength, Math.round(piece.start * rate) * 4)
      }
      await file.truncate(Math.round(seconds * rate) * 4)
    } finally {
      await file.close()
    }
    tracks.push({ path, rate })
  }
  return tracks
}

/** Who or what is to be as loud as the others: a speaker's voice, or one recording. */
const sourceOf = ({ kind, speaker, sound }: Placed) => (kind === 'clip' ? sound.path : `speaker ${speaker}`)

async function gainsOf(placed: readonly Placed[]): Promise<Map<string, number>> {
  const sources = Map.groupBy(placed, sourceOf)
  const gains = new Map<string, number>()
  for (const [source, pieces] of sources)
    gains.set(
      source,
      await gainFor(
        pieces.map(({ sound }) => sound),
        'voice',
      ),
    )
  return gains
}

async function samplesOf({ sound }: Placed, gain: number): Promise<Float32Array> {
  const pcm = await readWav(sound.path)
  const samples = Float32Array.from(pcm?.samples ?? [], (sample) => (sample / 32_768) * 10 ** (gain / 20))
  const length = Math.min(Math.round(edge * sound.rate), Math.floor(samples.length / 2))
  for (let at = 0; at < length; at++) {
    const share = at / length
    samples[at] = (samples[at] ?? 0) * share
    const end = samples.length - 1 - at
    samples[end] = (samples[end] ?? 0) * share
  }
  return samples
}
