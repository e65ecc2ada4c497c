import type { Bundle } from '../../bundle/format.ts'
import { screensOf } from './screens.ts'
import type { Session } from './session.ts'
import { isDone } from './standing.ts'

/**
 * Whether the learner may see the module's screen number `index` (from 0): always, unless the module is restricted and
 * something on a screen before it is still to do. Whoever completed it may go anywhere.
 */
export function isReachable(bundle: Bundle, session: Session, index: number): boolean {
  if (bundle.behaviour.navigation === 'free' || session.isComplete) return true
  const screens = screensOf(bundle, session)
  const target = screens[index]
  return screens.slice(0, index).every(({ step: id, question }) => {
    if (id === target?.step && question !== null && session.responses[question]) return true
    const step = bundle.steps.find((candidate) => candidate.id === id)
    return step === undefined || isDone(bundle, session, step)
  })
}
