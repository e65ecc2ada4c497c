import type { QuizBundleStep } from '../../bundle/format.ts'
import { seenOnly, type StepActivity } from './types.ts'

/** A quiz is done when every question was answered or, where the author says so, when enough of its points were earned. */
export const quiz: StepActivity<QuizBundleStep> = {
  ...seenOnly,
  questions: (step) => step.questions,
  isShuffled: (step) => step.shuffleQuestions,
  isDone: ({ mustScore }, { isSeen, isAnswered, best }) =>
    isSeen && isAnswered && (mustScore === null || (best ?? 0) >= mustScore),
}
