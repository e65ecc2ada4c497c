import type { PreviewCall } from '../../../shared/bundle/preview-messages.ts'
import type { PreviewConditions } from '../../../shared/bundle/preview-conditions.ts'
import type { Kept } from './kept.ts'

/** A call as it came, before it is numbered. */
export type Call = Omit<PreviewCall, 'number' | 'at'>

/** What a visit to the simulated LMS starts from, and who hears of it. */
export type Visit = {
  /** What the LMS has of this learner. */
  kept: Kept
  /** The manifest's score to pass in percent; null without one. */
  mastery: number | null
  /** Asked at every call, so that faults come and go while the module is open. */
  conditions: () => PreviewConditions
  onCall: (call: Call) => void
  /** The LMS has saved: this is all it has now. */
  onKept: (kept: Kept) => void
  /** Does nothing for a while, with everything waiting, as a page does during a synchronous request. */
  block: (milliseconds: number) => void
}

/** The object an LMS puts before a module, and the name it is found by. */
export type SimulatedLms = { name: 'API' | 'API_1484_11'; api: object }
