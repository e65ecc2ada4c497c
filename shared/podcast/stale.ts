import type { RecordMap } from '../model/records.ts'
import { type CaptionsOf, stepUnits } from './draft/step.ts'
import type { SpeechUnit } from './draft/unit.ts'
import type { ClipLine, Line, Script, SpeechLine } from './script.ts'

/** Lines that were drafted from a step: spoken, or recorded since. */
type DraftedLine = SpeechLine | ClipLine

/**
 * The lines whose source has changed or gone since they were drafted. What the author did to the line itself does not count, nor
 * that a piece moved within its step. `captionsOf` is the one they were drafted with.
 */
export function staleLines(
  script: Script,
  records: RecordMap,
  captionsOf: CaptionsOf = () => null,
): DraftedLine[] {
  return staleIn(draftedIn(script), unitsByStep(script, records, captionsOf))
}

/**
 * The line as it would be drafted today: its words and what they come from; who says it stays. Null where its source has gone.
 * A line that was recorded is spoken again, because the recording says the old words. Of the pieces of the step that no line comes from, the one most like the line is taken for what became of its source.
 */
export function redraft(
  script: Script,
  line: DraftedLine,
  records: RecordMap,
  captionsOf: CaptionsOf = () => null,
): SpeechLine | null {
  const { source } = line
  if (!source) return null
  const unitsOf = unitsByStep(script, records, captionsOf)
  const siblings = draftedIn(script).filter((other) => other.source?.step === source.step)
  const units = unitsOf(source.step)
  const unit =
    units.find(({ hash }) => hash === source.hash) ??
    successor(
      line,
      staleIn(siblings, unitsOf),
      units.filter(({ hash }) => siblings.every((other) => other.source?.hash !== hash)),
    )
  if (!unit) return null
  const { place } = line
  const speaker = line.speaker ?? script.speakers[0]?.name
  if (speaker === undefined) return null
  return { place, kind: 'speech', speaker, text: unit.text, source: { step: source.step, hash: unit.hash } }
}

type UnitsOf = (step: string) => SpeechUnit[]

function unitsByStep(script: Script, records: RecordMap, captionsOf: CaptionsOf): UnitsOf {
  const first = draftedIn(script)[0]?.source?.step
  const known = new Map<string, SpeechUnit[]>()
  return (id) => {
    const step = records[id]
    const context = { records, language: script.language, captionsOf }
    const units =
      known.get(id) ??
      (step?.type === 'step' ? stepUnits(step, id === first, context) : []).filter(
        (unit) => unit.kind === 'speech',
      )
    known.set(id, units)
    return units
  }
}

function draftedIn({ chapters }: Script): DraftedLine[] {
  return chapters.flatMap(({ lines }) => lines).filter(isDrafted)
}

const isDrafted = (line: Line): line is DraftedLine => line.kind !== 'pause' && line.source !== null

function staleIn(lines: readonly DraftedLine[], unitsOf: UnitsOf): DraftedLine[] {
  return lines.filter(
    ({ source }) => source !== null && unitsOf(source.step).every(({ hash }) => hash !== source.hash),
  )
}

/** How alike two texts must be for one to have become the other: less are the small words that all texts share. */
const alike = 0.3

function successor(
  line: DraftedLine,
  stale: readonly DraftedLine[],
  free: readonly SpeechUnit[],
): SpeechUnit | undefined {
  const ranked = free
    .map((unit) => ({ unit, score: likeness(line.text ?? '', unit.text) }))
    .sort((one, other) => other.score - one.score)
  const [best] = ranked
  if (best && best.score >= alike) return best.unit
  // Written anew from the first word to the last: pieces that changed stand in the order of the lines that did.
  return free.length === stale.length ? free[stale.findIndex(({ place }) => place === line.place)] : undefined
}

/** Sørensen–Dice over the words: 1 for the same words, 0 for none in common. */
function likeness(one: string, other: string): number {
  const [left, right] = [wordsIn(one), wordsIn(other)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu))
}
