import type { Sound } from './timeline.ts'

/** Samples a second of a finished episode. */
export const episodeRate = 48_000

/**
 * So many samples are a whole number of frames of MP3 (1152) and of AAC (1024), and of values of the ducking (48): what
 * moves by a multiple of them is encoded as it was before.
 */
export const frameGrid = 9216

/** The nearest whole number of samples at 48 kHz. */
export function inSamples(seconds: number): number {
  return Math.round(seconds * episodeRate)
}

/** Seconds of a number of samples at 48 kHz. */
export function asSeconds(samples: number): number {
  return samples / episodeRate
}

/** The length of a sound in whole samples at 48 kHz, rounded up: what follows must not begin before it ends. */
export function lengthOf({ samples, rate }: Pick<Sound, 'samples' | 'rate'>): number {
  return Math.ceil((samples * episodeRate) / rate)
}
