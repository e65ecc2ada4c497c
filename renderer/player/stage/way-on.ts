import { isReachable } from '../../../shared/activity/session/reach.ts'
import { screenIndex, screensOf } from '../../../shared/activity/session/screens.ts'
import type { Session } from '../../../shared/activity/session/session.ts'
import { isAnsweredNow } from '../../../shared/activity/session/standing.ts'
import { isAsking, stepOf } from '../../../shared/activity/steps/index.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'

/** The way on from a screen. */
type WayOn = {
  /** Which screen it is, from 0. */
  index: number
  /** What the button says: a name of its `data-…`. */
  word: 'next' | 'skip' | 'finish' | 'tryAgain'
  isOpen: boolean
  /** Where the page says what it waits for. */
  reasonAt: string
}

/** Null on the last screen. What a restricted module waits for can always be done on the screen itself. */
export function wayOnFrom(bundle: Bundle, session: Session): WayOn | null {
  const index = screenIndex(bundle, session)
  const [screen, next] = screensOf(bundle, session).slice(index)
  if (!screen || !next) return null
  const isUnanswered = screen.question !== null && !session.responses[screen.question]
  const isOpen = isReachable(bundle, session, index + 1)
  const step = stepOf(bundle, screen.step)
  const isUsedUp = step !== undefined && isAsking(step) && isAnsweredNow(step, session)
  return {
    index,
    isOpen,
    word: isOpen
      ? isUnanswered
        ? 'skip'
        : next.step === null
          ? 'finish'
          : 'next'
      : isUsedUp
        ? 'tryAgain'
        : 'next',
    reasonAt: isUnanswered ? '.question' : '.screen',
  }
}
