import type { Raw } from './raw.ts'

/** A curve of fades: two sounds that cross over on it are as loud together as each is alone, if they have nothing in common. */
const equalPower = (share: number) => Math.sin((share * Math.PI) / 2)

/** How a sound of so many frames comes and goes: lengths of its fades in frames, and its gain, 1 being as it is. */
type Fades = { frames: number; fadeIn: number; fadeOut: number; gain: number }

/** A sound at its place in the mix: from frame `start` for `frames`, over and over where it is shorter. */
export type Layer = Fades & { raw: Raw; start: number }

/** How loud its frame `at` is. */
export function gainAt({ frames, fadeIn, fadeOut, gain }: Fades, at: number): number {
  const left = frames - 1 - at
  let factor = gain
  if (at < fadeIn) factor *= equalPower(at / fadeIn)
  if (left < fadeOut) factor *= equalPower(left / fadeOut)
  return factor
}
