import type { BundleQuestion, BundleStep } from '../../bundle/format.ts'

/** What learning logic needs to know of one kind of step. */
export type StepActivity<Step> = {
  /** The questions the step asks, in the author's order. Each is a screen of its own; all must be answered, all are scored. */
  questions: (step: Step) => readonly BundleQuestion[]
  /** Whether each learner meets them in an order of their own. */
  isShuffled: (step: Step) => boolean
}

/** A step that is done when it was seen. */
export const seenOnly: StepActivity<BundleStep> = { questions: () => [], isShuffled: () => false }
