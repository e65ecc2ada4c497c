import type { QuizBundleStep } from '../../bundle/format.ts'
import type { StepActivity } from './types.ts'

export const quiz: StepActivity<QuizBundleStep> = {
  questions: (step) => step.questions,
  isShuffled: (step) => step.shuffleQuestions,
}
