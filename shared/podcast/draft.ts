import type { Module } from '../model/module.ts'
import type { RecordMap } from '../model/records.ts'
import { oneLine } from './clean.ts'
import { phrasesFor } from './draft/phrases.ts'
import { type CaptionsOf, type StepContext, stepUnits } from './draft/step.ts'
import type { SpeechUnit, Unit } from './draft/unit.ts'
import { newScript } from './new-script.ts'
import type { Chapter, Line, Script } from './script.ts'

export type { CaptionsOf } from './draft/step.ts'

export type DraftOptions = {
  /** One who says everything; or one who explains and another who asks and leads on. */
  speakers: 1 | 2
  /** BCP 47: what the module is written in. */
  language: string
  /** The speakers' voices, in that order; without one, the language's. */
  voices?: readonly string[]
  captionsOf?: CaptionsOf
}

const names = ['Ana', 'Ben'] as const

/**
 * A module as a script, by rules alone: steps and sections are chapters; paragraphs, lists, tables, pictures and captions are
 * lines; questions are asked, and answered after a pause. Of steps that teach the same (`alternatives`) the first that has
 * something to say is taken. A chapter has the first picture of what it was drafted from. Each line remembers the step it comes from and what that piece of it said.
 */
export function draftScript(module: Module, records: RecordMap, options: DraftOptions): Script {
  const { language, voices = [], captionsOf = () => null } = options
  const title = oneLine(module.title)
  const speakers = names
    .slice(0, options.speakers)
    .map((name, index) => ({ name, voice: voices[index] ?? language, speed: 1 }))
  const speakerOf = ({ role }: SpeechUnit) =>
    (role === 'asks' ? speakers.at(-1) : speakers[0])?.name ?? names[0]
  let place = 0
  const opening: Line[] = []
  if (title !== '')
    opening.push({
      place: ++place,
      kind: 'speech',
      speaker: names[0],
      text: phrasesFor(language).welcome(title),
      source: null,
    })
  const chapters: Chapter[] = [{ title: null, lines: opening }]
  for (const { step, units } of spokenSteps(module, { records, language, captionsOf }))
    for (const unit of units) {
      if (unit.kind === 'chapter') chapters.push({ title: unit.title, lines: [] })
      else if (unit.kind === 'picture') illustrate(chapters.at(-1), unit.asset, records)
      else chapters.at(-1)?.lines.push({ place: ++place, ...lineOf(unit, step, speakerOf) })
    }
  return {
    ...newScript({ title, language }),
    speakers,
    chapters: chapters.filter(({ lines }) => lines.length > 0),
  }
}

/** A chapter shows the first picture that what it says has; what stands before the first heading has none. */
function illustrate(chapter: Chapter | undefined, asset: string, records: RecordMap) {
  if (chapter && chapter.title !== null && records[asset]?.type === 'asset') chapter.picture ??= asset
}

type WithoutPlace<L> = L extends Line ? Omit<L, 'place'> : never

function lineOf(
  unit: Exclude<Unit, { kind: 'chapter' | 'picture' }>,
  step: string,
  speakerOf: (unit: SpeechUnit) => string,
): WithoutPlace<Line> {
  if (unit.kind === 'pause') return unit
  return { kind: 'speech', speaker: speakerOf(unit), text: unit.text, source: { step, hash: unit.hash } }
}

function spokenSteps(module: Module, context: StepContext): { step: string; units: Unit[] }[] {
  const told = new Set<string>()
  const spoken: { step: string; units: Unit[] }[] = []
  for (const id of module.steps) {
    const step = context.records[id]
    if (step?.type !== 'step' || (step.alternatives !== null && told.has(step.alternatives))) continue
    const units = stepUnits(step, spoken.length === 0, context)
    if (units.length === 0) continue
    if (step.alternatives !== null) told.add(step.alternatives)
    spoken.push({ step: id, units })
  }
  return spoken
}
