import type { Place, Session } from '../../shared/activity/session/session.ts'
import type { NoticeWord } from './tracking/types.ts'

/**
 * What the page is at: it asks a learner who was here before where to go on (`welcome`), shows the module, or was left by
 * its own button, first while what waits is sent (`ending`).
 */
export type Phase = 'welcome' | 'module' | 'ending' | 'ended'

/** All that the page shows, beside what is written into it. */
export type PlayerState = { session: Session; notice: NoticeWord | null; phase: Phase }

/** What a learner can do. */
export type PlayerActions = {
  /** Goes to a place, if the learner may; a step alone means its first screen. */
  goTo: (place: Place) => void
  goBy: (screens: -1 | 1) => void
  check: (response: readonly string[]) => void
  retry: (step: string) => void
  /** Answers to `welcome`: the place where they were, or the beginning. */
  goOn: () => void
  startOver: () => void
  exit: () => void
  dismiss: () => void
}
