import type { RecordMap } from '../../model/records.ts'
import type { Step } from '../../model/steps/index.ts'
import { oneLine } from '../clean.ts'
import { blockUnits } from './blocks.ts'
import { captionUnits } from './captions.ts'
import { phrasesFor, sentence } from './phrases.ts'
import { questionUnits } from './quiz.ts'
import { speech, type Unit } from './unit.ts'

/** The text of the captions file (WebVTT) that is an asset, or null where it cannot be had. */
export type CaptionsOf = (asset: string) => string | null

export type StepContext = { records: RecordMap; language: string; captionsOf: CaptionsOf }

/**
 * A step as it is spoken, under a chapter of its own title; nothing where there is nothing in it to say. Nothing leads from the
 * greeting to the first one (`isFirst`).
 */
export function stepUnits(step: Step, isFirst: boolean, context: StepContext): Unit[] {
  const inside = insideUnits(step, context)
  if (inside.every(({ kind }) => kind === 'picture')) return []
  const title = oneLine(step.title)
  if (title === '') return inside
  const { language } = context
  const line = sentence(isFirst ? title : phrasesFor(language).next(title), language)
  return [{ kind: 'chapter', title }, speech('asks', line, 'title', title), ...inside]
}

function insideUnits(step: Step, { records, language, captionsOf }: StepContext): Unit[] {
  switch (step.kind) {
    case 'page':
      return blockUnits(step.body, language)
    case 'video': {
      const captions = step.captions === null ? null : captionsOf(step.captions)
      const said = captions === null ? [] : captionUnits(captions, step.keep, language)
      return [...blockUnits(step.intro, language), ...said]
    }
    // It says itself.
    case 'podcast':
      return []
    case 'quiz': {
      const questions = step.questions.flatMap((id) => {
        const record = records[id]
        return record?.type === 'question' ? questionUnits(record, language) : []
      })
      return questions.length === 0 ? [] : [...blockUnits(step.intro, language), ...questions]
    }
  }
}
