import type { Bundle } from '../../bundle/format.ts'
import { screensOf } from './screens.ts'
import type { Session } from './session.ts'
import { isDone } from './standing.ts'

/**
 * How many steps are open to the learner, from the first on, the results counted as the last: all, unless the module is
 * restricted and something is still to do. Whoever completed it may go anywhere.
 */
export function openSteps(bundle: Bundle, session: Session): number {
  const { steps, behaviour } = bundle
  const toDo =
    behaviour.navigation === 'free' || session.isComplete
      ? -1
      : steps.findIndex((step) => !isDone(bundle, session, step))
  return (toDo < 0 ? steps.length : toDo) + 1
}

/** Whether the learner may see the module's screen number `index` (from 0). In a quiz one question opens the next. */
export function isReachable(bundle: Bundle, session: Session, index: number): boolean {
  const screens = screensOf(bundle, session)
  const target = screens[index]
  const at = bundle.steps.findIndex(({ id }) => id === target?.step)
  const open = openSteps(bundle, session)
  if (at < 0) return open > bundle.steps.length
  const isLastOpen = at === open - 1
  return (
    at < open &&
    (!isLastOpen ||
      screens
        .slice(0, index)
        .every(({ step, question }) => step !== target?.step || session.responses[question ?? '']))
  )
}
