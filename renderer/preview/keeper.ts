import type { PreviewConditions, PreviewStart } from '../../shared/bundle/preview-conditions.ts'
import type { Call } from './simulator/types.ts'

/** What a record keeper has of the learner. */
export type Known = {
  values: Record<string, string>
  kept: Record<string, string>
  isCommitted: boolean
  statements: unknown[]
}

/** Who hears of what a record keeper is told. */
export type KeeperHooks = {
  conditions: () => PreviewConditions
  onCall: (call: Call) => void
  onChange: () => void
}

/** The LMS behind the preview, of whatever kind. */
export type Keeper = {
  /** Forgets all, then has what this learner brings along; a new one is sent to `step`. */
  startOver: (as: PreviewStart, step: string | null) => Promise<void>
  /** Makes the LMS ready for a visit; answers the module's address. */
  visit: () => Promise<string>
  /** The module is gone without a word: nothing more of its visit counts. */
  cut: () => Promise<void>
  /** The conditions are others now. */
  conditionsChanged: () => Promise<void>
  known: () => Known
}
