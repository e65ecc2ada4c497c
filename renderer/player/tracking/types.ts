import type { Result } from '../../../shared/activity/session/result.ts'

/** Something a learner should know about what is and is not recorded: a key of the player's words. */
export type NoticeWord = 'untracked' | 'notRecorded' | 'readOnly' | 'notKept'

/** What a record keeper had of this learner. */
export type Opened = {
  /** The packed session of the last visit, or null. */
  packed: string | null
  /** The step the learner was on, for when the packed session is lost; null when not known. */
  step: string | null
}

/** All there is to record after something changed. */
export type Recorded = {
  packed: string
  /** The step the learner is on; null on the results. */
  step: string | null
  result: Result
}

/** One checked question. */
export type Interaction = {
  question: string
  type: 'choice'
  response: readonly string[]
  /** Every response that would be right. */
  right: readonly (readonly string[])[]
  isCorrect: boolean
  /** What the question weighs. */
  points: number
  /** How long the learner took. */
  seconds: number
}

/**
 * One way to keep a learner's record. Nothing here throws and nothing blocks: a record keeper that is not there, or that
 * refuses, is told to the learner through `onNotice` and the module goes on.
 */
export type Tracker = {
  open: () => Promise<Opened>
  /** Takes the newest state; when it is sent is the tracker's business. */
  record: (recorded: Recorded) => void
  answer: (interaction: Interaction) => void
}

/** What a tracker is made with. */
export type TrackerContext = {
  /** The module's id. */
  module: string
  window: Window
  /** Null: what was said before no longer holds. */
  onNotice: (notice: NoticeWord | null) => void
}
