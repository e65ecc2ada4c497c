import type { Place, Session } from '../../shared/activity/session/session.ts'
import type { NoticeWord } from './tracking/types.ts'

/** What the learner has put in on the screen shown, and not checked yet. Leaving the screen forgets it. */
export type Draft = {
  response: readonly string[]
  /** Whether checking was asked for too early. */
  isRefused: boolean
}

export const emptyDraft: Draft = { response: [], isRefused: false }

/** All that the player draws from, beside the module itself. */
export type PlayerState = { session: Session; draft: Draft; notice: NoticeWord | null }

/** What a learner can do. */
export type PlayerActions = {
  goTo: (place: Place) => void
  goBy: (screens: -1 | 1) => void
  respond: (response: readonly string[]) => void
  check: () => void
  retry: (step: string) => void
  dismissNotice: () => void
}
