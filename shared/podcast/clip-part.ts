import type { ClipLine } from './script.ts'
import type { Placed, Sound } from './timeline.ts'

/** A recording, and the part of it (in its samples) that is left without the silence at its ends. */
export type Recording = { sound: Sound; heard: { from: number; samples: number } }

/** What is heard of a sound, and how. */
export type Part = Pick<Placed, 'sound' | 'from' | 'samples' | 'gain' | 'fadeIn' | 'fadeOut'>

/**
 * What is heard of a recording: what its edit says, as far as the file goes; without an edit, all but the silence at its
 * ends. Fades are no longer than what they are of.
 */
export function clipPart({ sound, heard }: Recording, edit: ClipLine['edit']): Part {
  if (edit === null) return { sound, ...heard, gain: 0, fadeIn: 0, fadeOut: 0 }
  const within = (seconds: number) => Math.min(sound.samples, Math.max(0, Math.round(seconds * sound.rate)))
  const from = within(edit.start)
  const samples = Math.max(0, (edit.end === null ? sound.samples : within(edit.end)) - from)
  const seconds = samples / sound.rate
  return {
    sound,
    from,
    samples,
    gain: edit.gain,
    fadeIn: Math.min(edit.fadeIn, seconds),
    fadeOut: Math.min(edit.fadeOut, seconds),
  }
}
