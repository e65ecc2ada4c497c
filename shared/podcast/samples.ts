import type { Sound } from './timeline.ts'

/** Samples a second of a finished episode. */
export const episodeRate = 48_000

/** The nearest whole number of samples at 48 kHz. */
export function inSamples(seconds: number): number {
  return Math.round(seconds * episodeRate)
}

/** Seconds of a number of samples at 48 kHz. */
export function asSeconds(samples: number): number {
  return samples / episodeRate
}

/** The length of a sound in whole samples at 48 kHz, rounded up: what follows must not begin before it ends. */
export function lengthOf(sound: Sound): number {
  return Math.ceil((sound.samples * episodeRate) / sound.rate)
}
