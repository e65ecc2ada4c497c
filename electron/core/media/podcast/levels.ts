import { readWav } from '../speech/wav.ts'
import type { Sound } from '../../../../shared/podcast/timeline.ts'

/** Where a voice is brought before it is compressed, in decibels of full scale (of the mean square of what is loud). */
const voiceLevel = -20
/** Music that measures as a voice does sounds louder, because it never pauses. */
const musicLevel = -27
/** No recording is lifted or lowered by more than so many decibels. */
const most = 45
/** Seconds over which loudness is judged, and how far below the loudest of them a stretch counts as silence. */
const stretch = 0.1
const silentBelow = 30

/** The decibels that bring some sounds of one source to the level of a voice, or of music. */
export async function gainFor(sounds: readonly Sound[], role: 'voice' | 'music'): Promise<number> {
  const powers = (await Promise.all(sounds.map(powersOf))).flat()
  const loudest = Math.max(0, ...powers)
  if (loudest === 0) return 0
  const heard = powers.filter((power) => power > loudest * 10 ** (-silentBelow / 10))
  const mean = heard.reduce((sum, power) => sum + power, 0) / heard.length
  const gain = (role === 'voice' ? voiceLevel : musicLevel) - 10 * Math.log10(mean)
  return Math.max(-most, Math.min(most, gain))
}

/** The mean square of each stretch of a sound, 1 being full scale. */
async function powersOf({ path }: Sound): Promise<number[]> {
  const pcm = await readWav(path)
  if (!pcm) return []
  const { samples, rate } = pcm
  const length = Math.max(1, Math.round(stretch * rate))
  return Array.from({ length: Math.ceil(samples.length / length) }, (_, part) => {
    const piece = samples.subarray(part * length, (part + 1) * length)
    return piece.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / piece.length
  })
}
