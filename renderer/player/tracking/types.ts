import type { InteractionType } from '../../../shared/activity/questions/types.ts'
import type { Objective } from '../../../shared/activity/session/objectives.ts'
import type { Result } from '../../../shared/activity/session/result.ts'
import type { Bundle, TrackingSettings } from '../../../shared/bundle/format.ts'

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
  /** How the learner stands with each outcome that steps serve. */
  objectives: readonly Objective[]
}

/** One checked question. */
export type Interaction = {
  question: string
  /** What was asked, in plain words. */
  description: string
  type: InteractionType
  response: readonly string[]
  /** Every response that would be right. */
  right: readonly (readonly string[])[]
  isCorrect: boolean
  /** The choices in plain words, by id; empty for questions without any. */
  choices: readonly { id: string; words: string }[]
  /** What the question weighs, and the part of it that was earned (0 to 1). */
  points: number
  credit: number
  /** The id of the outcome that the question's step serves, or null. */
  objective: string | null
  /** How long the learner took. */
  seconds: number
}

/** Something that happened to a recording; times are seconds of the recording as published. */
export type MediaEvent = {
  type: 'played' | 'paused' | 'seeked' | 'completed'
  step: string
  /** Where the recording is now; for `seeked` also where it came from. */
  time: number
  from?: number
  /** How long the recording is. */
  seconds: number
  /** What was played in this visit. */
  played: readonly (readonly [start: number, end: number])[]
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
  /** A step was shown, for the first time in this visit. */
  experience: (step: string) => void
  media: (event: MediaEvent) => void
  /** Sends what waits and ends the visit. Answers the page to go to, or null where the LMS names none. */
  exit: () => Promise<string | null>
}

/** What a tracker is made with. */
export type TrackerContext = {
  bundle: Bundle
  settings: TrackingSettings
  window: Window
  /** One packed session out of what the record keeper has and what it never confirmed. */
  merge: (confirmed: string | null, unconfirmed: string) => string
  /** Null: what was said before no longer holds. */
  onNotice: (notice: NoticeWord | null) => void
}
