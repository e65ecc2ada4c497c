import { choiceActivity, creditsOf, fullCredit, keepKnownChoices, type MarkableChoices } from './choices.ts'
import type { QuestionActivity } from './types.ts'

export type MarkableSingleChoice = MarkableChoices & { kind: 'single-choice' }

/** Pick one: the mark is the credit of the choice picked, never below 0; right means full credit. */
export const singleChoice: QuestionActivity<MarkableSingleChoice> = {
  ...choiceActivity,
  mark(question, response) {
    const credit = creditsOf(question, response)[0] ?? 0
    return credit >= fullCredit
      ? { credit: 1, isCorrect: true }
      : { credit: Math.max(0, credit / 100), isCorrect: false }
  },
  rightResponses: ({ choices }) => choices.filter(({ credit }) => credit >= fullCredit).map(({ id }) => [id]),
  isComplete: (question, response) => keepKnownChoices(question, response).length === 1,
  keepKnown: (question, response) => keepKnownChoices(question, response).slice(0, 1),
}
