import type { Placed } from '../../../../../shared/podcast/timeline.ts'
import { gainOf, type Powers } from './levels.ts'

type Source = Pick<Placed, 'kind' | 'speaker' | 'sound' | 'from'>

/** Who or what is to be as loud as the others: a speaker's voice, or one recording. */
const sourceOf = ({ kind, speaker, sound, from }: Source) =>
  kind === 'clip' ? `${sound.path} ${from}` : `speaker ${speaker}`

/** The decibels that bring each piece to the level of a voice; `powers` are the pieces' own. */
export function voiceGains(pieces: readonly Source[], powers: readonly Powers[]): number[] {
  const sources = new Map<string, Powers>()
  for (const [at, piece] of pieces.entries()) {
    const known = sources.get(sourceOf(piece)) ?? []
    known.push(...(powers[at] ?? []))
    sources.set(sourceOf(piece), known)
  }
  const gains = new Map([...sources].map(([source, all]) => [source, gainOf(all, 'voice')]))
  return pieces.map((piece) => gains.get(sourceOf(piece)) ?? 0)
}
