import type { Placed, Sound } from '../../../../../shared/podcast/timeline.ts'
import { readWav } from '../../speech/wav.ts'

/** Where a voice is brought before it is compressed, in decibels of full scale (of the mean square of what is loud). */
const voiceLevel = -20
/** Music that measures as a voice does sounds louder, because it never pauses. */
const musicLevel = -27
/** No recording is lifted or lowered by more than so many decibels. */
const most = 45
/** Seconds over which loudness is judged, and how far below the loudest of them a stretch counts as silence. */
const stretch = 0.1
const silentBelow = 30
/**
 * Decibels that a voice's gain is a multiple of: nobody hears half of it, and one more sentence of a speaker hardly ever
 * changes all the others.
 */
const step = 0.5

/** The mean square of each stretch of a sound, 1 being full scale. */
export type Powers = number[]

/** The decibels that bring sounds of one source to the level of a voice, or of music. */
export function gainOf(powers: Powers, role: 'voice' | 'music'): number {
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0)
  if (loudest === 0) return 0
  const heard = powers.filter((power) => power > loudest * 10 ** (-silentBelow / 10))
  const mean = heard.reduce((sum, power) => sum + power, 0) / heard.length
  const gain = (role === 'voice' ? voiceLevel : musicLevel) - 10 * Math.log10(mean)
  return Math.round(Math.max(-most, Math.min(most, gain)) / step) * step
}

export function powersIn(samples: Int16Array, rate: number): Powers {
  const length = Math.max(1, Math.round(stretch * rate))
  return Array.from({ length: Math.ceil(samples.length / length) }, (_, part) => {
    const end = Math.min(samples.length, (part + 1) * length)
    let sum = 0
    for (let at = part * length; at < end; at++) sum += (samples[at] ?? 0) ** 2
    return sum / (end - part * length) / 32_768 ** 2
  })
}

/** The samples of the part of a sound that is heard. */
export async function samplesOf({
  sound,
  from,
  samples,
}: Pick<Placed, 'sound' | 'from' | 'samples'>): Promise<Int16Array> {
  const pcm = await readWav(sound.path)
  return pcm ? pcm.samples.subarray(from, from + samples) : new Int16Array()
}

/** The decibels that bring a piece of music to its level. */
export async function musicGain(sound: Sound): Promise<number> {
  const samples = await samplesOf({ sound, from: 0, samples: sound.samples })
  return gainOf(powersIn(samples, sound.rate), 'music')
}
