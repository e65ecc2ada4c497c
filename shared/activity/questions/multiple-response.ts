import {
  choiceActivity,
  creditsOf,
  fullCredit,
  isSameSet,
  keepKnownChoices,
  type MarkableChoices,
} from './choices.ts'
import type { QuestionActivity } from './types.ts'

export type MarkableMultipleResponse = MarkableChoices & {
  kind: 'multiple-response'
  marking: 'all-or-nothing' | 'per-choice'
}

/**
 * Pick all that apply: right means exactly the choices with credit above 0. `all-or-nothing` gives full marks for that and
 * nothing else; `per-choice` gives the sum of the credits picked, between 0 and 100.
 */
export const multipleResponse: QuestionActivity<MarkableMultipleResponse> = {
  ...choiceActivity,
  mark(question, response) {
    const isCorrect = isSameSet(keepKnownChoices(question, response), rightChoices(question))
    if (question.marking === 'all-or-nothing') return { credit: isCorrect ? 1 : 0, isCorrect }
    const sum = creditsOf(question, response).reduce((total, credit) => total + credit, 0)
    return { credit: sum >= fullCredit ? 1 : Math.max(0, sum / 100), isCorrect }
  },
  rightResponses: (question) => [rightChoices(question)],
  isComplete: (question, response) =>
    keepKnownChoices(question, response).length > 0 || rightChoices(question).length === 0,
}

export function rightChoices({ choices }: MarkableMultipleResponse): string[] {
  return choices.filter(({ credit }) => credit > 0).map(({ id }) => id)
}
