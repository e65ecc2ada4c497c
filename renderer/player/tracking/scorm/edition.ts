import type { Objective } from '../../../../shared/activity/session/objectives.ts'
import type { Result } from '../../../../shared/activity/session/result.ts'
import type { TrackingSettings } from '../../../../shared/bundle/format.ts'
import type { Interaction } from '../types.ts'

/** An element of the data model and what to set it to. */
export type Value = [element: string, value: string]

/** What one edition of SCORM calls things, and how it writes them. */
export type Edition = {
  /** The name of the LMS's object, and what stands in front of its methods' names. */
  api: string
  prefix: string
  /** The method that ends a visit; `Initialize` begins one in every edition. */
  finish: string
  /** Errors of `Initialize` that only mean another page of ours got there first. */
  alreadyOpen: readonly string[]
  learner: string
  mode: string
  location: string
  exit: string
  sessionTime: string
  timespan: (seconds: number) => string
  /** A score in percent: what describes it, then the score itself. */
  scoreValues: (percent: number) => Value[]
  statusValues: (result: Result, tells: TrackingSettings['status']) => Value[]
  /** What is said of an outcome beside its score, without the list's name and place. */
  objectiveValues: (objective: Objective) => Value[]
  /** A score below an objective. */
  objectiveScore: (percent: number) => Value[]
  /** A checked question, without the list's name and place, in an order that LMSs take. */
  interactionValues: (interaction: Interaction, at: Date) => Value[]
}
