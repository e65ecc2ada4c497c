import type { LaidOut } from '../../../../../shared/contract/media.ts'
import type { Asset } from '../../../../../shared/model/asset.ts'
import type { ClipLine, Line, Script, SpeechLine } from '../../../../../shared/podcast/script.ts'

/** What the timeline draws: everything in its place, and the script and the recordings it was laid out from. */
export type Drawn = { laidOut: LaidOut; of: Script; assets: ReadonlyMap<string, Asset> }

/** All lines of a script, in order: the first has the number 1. */
export function linesOf({ chapters }: Script): Line[] {
  return chapters.flatMap(({ lines }) => lines)
}

/** The line, where something is heard on it. */
export function spoken(line: Line | undefined): SpeechLine | ClipLine | null {
  return line === undefined || line.kind === 'pause' ? null : line
}

/** The silence before a line, in seconds; before the first one, its own pause, because music may lead in. */
export function gapBefore({ laidOut: { placed }, of }: Drawn, number: number): number {
  const at = placed.findIndex(({ line }) => line === number)
  const [piece, before] = [placed[at], placed[at - 1]]
  if (!piece) return 0
  if (before) return piece.start - before.start - before.seconds
  const pause = linesOf(of)[number - 2]
  return pause?.kind === 'pause' ? pause.seconds : 0
}

/** When a line begins to be heard, in seconds. */
export function startOf({ laidOut: { placed } }: Drawn, number: number): number {
  return placed.find(({ line }) => line === number)?.start ?? 0
}

/** Who is heard, in the script's order; what nobody speaks (null) comes last. */
export function speakersIn({ laidOut, of }: Drawn): (string | null)[] {
  const rank = (name: string | null) => {
    const at = of.speakers.findIndex((speaker) => speaker.name === name)
    return at < 0 ? of.speakers.length : at
  }
  return [...new Set(laidOut.placed.map(({ speaker }) => speaker))].toSorted(
    (one, other) => rank(one) - rank(other),
  )
}
