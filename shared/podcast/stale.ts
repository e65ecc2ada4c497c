import type { RecordMap } from '../model/records.ts'
import { type CaptionsOf, stepUnits } from './draft/step.ts'
import type { SpeechUnit } from './draft/unit.ts'
import type { Script, SpeechLine } from './script.ts'

/**
 * The lines whose source has changed or gone since they were drafted. What the author did to the line itself does not count, nor
 * that a piece moved within its step. `captionsOf` is the one they were drafted with.
 */
export function staleLines(
  script: Script,
  records: RecordMap,
  captionsOf: CaptionsOf = () => null,
): SpeechLine[] {
  return staleIn(speechOf(script), unitsByStep(script, records, captionsOf))
}

/**
 * The line as it would be drafted today: its words and what they come from; who says it stays. Null where its source has gone.
 * Of the pieces of the step that no line comes from, the one most like the line is taken for what became of its source.
 */
export function redraft(
  script: Script,
  line: SpeechLine,
  records: RecordMap,
  captionsOf: CaptionsOf = () => null,
): SpeechLine | null {
  const { source } = line
  if (!source) return null
  const unitsOf = unitsByStep(script, records, captionsOf)
  const siblings = speechOf(script).filter((other) => other.source?.step === source.step)
  const units = unitsOf(source.step)
  const unit =
    units.find(({ hash }) => hash === source.hash) ??
    successor(
      line,
      staleIn(siblings, unitsOf),
      units.filter(({ hash }) => siblings.every((other) => other.source?.hash !== hash)),
    )
  return unit ? { ...line, text: unit.text, source: { step: source.step, hash: unit.hash } } : null
}

type UnitsOf = (step: string) => SpeechUnit[]

function unitsByStep(script: Script, records: RecordMap, captionsOf: CaptionsOf): UnitsOf {
  const first = speechOf(script).find(({ source }) => source !== null)?.source?.step
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

function speechOf({ chapters }: Script): SpeechLine[] {
  return chapters.flatMap(({ lines }) => lines).filter((line) => line.kind === 'speech')
}

function staleIn(lines: readonly SpeechLine[], unitsOf: UnitsOf): SpeechLine[] {
  return lines.filter(
    ({ source }) => source !== null && unitsOf(source.step).every(({ hash }) => hash !== source.hash),
  )
}

/** How alike two texts must be for one to have become the other: less are the small words that all texts share. */
const alike = 0.3

function successor(
  line: SpeechLine,
  stale: readonly SpeechLine[],
  free: readonly SpeechUnit[],
): SpeechUnit | undefined {
  const ranked = free
    .map((unit) => ({ unit, score: likeness(line.text, unit.text) }))
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
