import type { BundleQuestion, BundleStep, QuizBundleStep } from '../../bundle/format.ts'

/** What learning logic needs to know of one kind of step. */
type StepActivity<Step> = {
  /** The questions the step asks, in the author's order. Each is a screen of its own. */
  questions: (step: Step) => readonly BundleQuestion[]
  /** Whether each learner meets them in an order of their own. */
  isShuffled: (step: Step) => boolean
}

const withoutQuestions: StepActivity<BundleStep> = { questions: () => [], isShuffled: () => false }

const quiz: StepActivity<QuizBundleStep> = {
  questions: (step) => step.questions,
  isShuffled: (step) => step.shuffleQuestions,
}

/** What each kind of step asks of a learner: a new kind is a line here. */
const activities: {
  [Kind in BundleStep['kind']]: StepActivity<Extract<BundleStep, { kind: Kind }>>
} = {
  page: withoutQuestions,
  video: withoutQuestions,
  quiz,
}

function activityOf(step: BundleStep): StepActivity<BundleStep> {
  return activities[step.kind] as StepActivity<BundleStep>
}

/** The questions a step asks, in the author's order. */
export function questionsOf(step: BundleStep): readonly BundleQuestion[] {
  return activityOf(step).questions(step)
}

/** Whether each learner meets the step's questions in an order of their own. */
export function asksInShuffledOrder(step: BundleStep): boolean {
  return activityOf(step).isShuffled(step)
}
