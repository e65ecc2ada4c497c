import type { Bundle, BundleQuestion, BundleStep } from '../../bundle/format.ts'
import { quiz } from './quiz.ts'
import { recording } from './recording.ts'
import { seenOnly, type StepActivity, type StepStanding } from './types.ts'

/** What each kind of step asks of a learner: a new kind is a line here, and a file if it asks more than to be seen. */
const activities: {
  [Kind in BundleStep['kind']]: StepActivity<Extract<BundleStep, { kind: Kind }>>
} = {
  page: seenOnly,
  video: recording(({ mustWatch }) => mustWatch),
  podcast: recording(({ mustListen }) => mustListen),
  quiz,
}

function activityOf(step: BundleStep): StepActivity<BundleStep> {
  return activities[step.kind] as StepActivity<BundleStep>
}

/** The questions a step asks, in the author's order. */
export function questionsOf(step: BundleStep): readonly BundleQuestion[] {
  return activityOf(step).questions(step)
}

/** Whether a step asks anything. */
export const isAsking = (step: BundleStep) => questionsOf(step).length > 0

/** The module's step of that id, if there is one. */
export function stepOf(bundle: Bundle, id: string | null | undefined): BundleStep | undefined {
  return bundle.steps.find((step) => step.id === id)
}

/** Every question of the module, in the author's order. */
export const allQuestions = (bundle: Bundle) => bundle.steps.flatMap(questionsOf)

/** The module's question of that id, if there is one. */
export function questionOf(bundle: Bundle, id: string | null): BundleQuestion | undefined {
  return allQuestions(bundle).find((question) => question.id === id)
}

/** The step that asks a question. */
export function stepAsking(bundle: Bundle, question: BundleQuestion): BundleStep | undefined {
  return bundle.steps.find((step) => questionsOf(step).includes(question))
}

/** Whether a step asks nothing more of a learner who stands with it like this. */
export function isStepDone(step: BundleStep, standing: StepStanding): boolean {
  return activityOf(step).isDone(step, standing)
}

/** Percent of a step's recording that must be played; null: none, or there is no recording. */
export function mustPlay(step: BundleStep): number | null {
  return activityOf(step).mustPlay(step)
}

/** Whether each learner meets the step's questions in an order of their own. */
export function asksInShuffledOrder(step: BundleStep): boolean {
  return activityOf(step).isShuffled(step)
}
