import type { BundleQuestion } from '../../bundle/format.ts'
import type { WatchedParts } from '../watched.ts'

/** How a learner stands with one step. */
export type StepStanding = {
  isSeen: boolean
  /** Whether nothing is left to answer: all of it now, or all of it in an attempt before. */
  isAnswered: boolean
  /** Percent of the step's points in the best finished attempt; null until one was finished. */
  best: number | null
  watchedParts: WatchedParts
}

/** What learning logic needs to know of one kind of step. */
export type StepActivity<Step> = {
  /** The questions the step asks, in the author's order. Each is a screen of its own; all are scored. */
  questions: (step: Step) => readonly BundleQuestion[]
  /** Whether each learner meets them in an order of their own. */
  isShuffled: (step: Step) => boolean
  /** Percent of the step's recording that must be played; null: none, or no recording. */
  mustPlay: (step: Step) => number | null
  /** Whether the step asks nothing more of the learner. */
  isDone: (step: Step, standing: StepStanding) => boolean
}

/** A step that is done when it was seen. */
export const seenOnly: StepActivity<unknown> = {
  questions: () => [],
  isShuffled: () => false,
  mustPlay: () => null,
  isDone: (_, { isSeen }) => isSeen,
}
