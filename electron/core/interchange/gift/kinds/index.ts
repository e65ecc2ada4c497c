import type { Question } from '../../../../../shared/model/questions/index.ts'
import type { GiftAnswers } from '../answers.ts'
import type { Builder, Parts, QuestionContext } from './base.ts'
import { buildChoices } from './choices.ts'
import { buildTrueFalse } from './true-false.ts'

/**
 * The registry of GIFT's forms of answers: how each becomes a question or, where the studio has no such question yet,
 * what people call it.
 */
const kinds: { [Kind in GiftAnswers['kind']]: Builder<Kind> | string } = {
  choices: buildChoices,
  'true-false': buildTrueFalse,
  'short-answer': 'A short-answer question',
  numerical: 'A numerical question',
  matching: 'A matching question',
  essay: 'An essay question',
  description: 'A description, which asks nothing,',
}

/** What people call answers of this form, when no question can be made of them; else null. */
export function missingKind({ kind }: GiftAnswers): string | null {
  const found = kinds[kind]
  return typeof found === 'string' ? found : null
}

/** The question. Throws GiftProblem for what no question can hold. */
export function buildQuestion(parts: Parts<GiftAnswers>, context: QuestionContext): Question {
  const build = kinds[parts.answers.kind] as (parts: Parts<GiftAnswers>, context: QuestionContext) => Question
  return build(parts, context)
}
