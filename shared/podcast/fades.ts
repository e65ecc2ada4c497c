import { inSamples } from './samples.ts'

/** A curve of fades: two sounds that cross over on it are as loud together as each is alone, if they have nothing in common. */
const equalPower = (share: number) => Math.sin((share * Math.PI) / 2)

/** How a sound of so many frames comes and goes: lengths of its fades in frames, and its gain, 1 being as it is. */
export type Fades = { frames: number; fadeIn: number; fadeOut: number; gain: number }

/** Seconds over which what is said comes and goes at least, so that nothing clicks. */
const edge = 0.005

/** As a plan has it: fades in seconds, gain in decibels. */
type Planned = { gain: number; fadeIn: number; fadeOut: number }

/** How a piece of what is said comes and goes that has so many frames. */
export function voiceFades(frames: number, { gain, fadeIn, fadeOut }: Planned): Fades {
  const [least, most] = [inSamples(edge), Math.floor(frames / 2)]
  const length = (seconds: number) => Math.max(inSamples(seconds), Math.min(least, most))
  return { frames, fadeIn: length(fadeIn), fadeOut: length(fadeOut), gain: 10 ** (gain / 20) }
}

/** How a piece of music comes and goes that is heard for so many seconds. */
export function musicFades(seconds: number, { gain, fadeIn, fadeOut }: Planned): Fades {
  return {
    frames: inSamples(seconds),
    fadeIn: inSamples(fadeIn),
    fadeOut: inSamples(fadeOut),
    gain: 10 ** (gain / 20),
  }
}

/** How loud its frame `at` is. */
export function gainAt({ frames, fadeIn, fadeOut, gain }: Fades, at: number): number {
  const left = frames - 1 - at
  let factor = gain
  if (at < fadeIn) factor *= equalPower(at / fadeIn)
  if (left < fadeOut) factor *= equalPower(left / fadeOut)
  return factor
}
