import { isReachable } from '../../shared/activity/session/reach.ts'
import { reduceSession, showScreen } from '../../shared/activity/session/reduce.ts'
import { screenIndex } from '../../shared/activity/session/screens.ts'
import { newSeed, type Session } from '../../shared/activity/session/session.ts'
import type { Bundle } from '../../shared/bundle/format.ts'
import { firstSession } from './first-session.ts'
import { restoreSession } from './restore-session.ts'
import type { Phase } from './state.ts'
import type { Opened } from './tracking/types.ts'

/** Where a visit begins. */
type Beginning = { session: Session; phase: Phase }

/**
 * Where a visit begins: where the link leads (`linked`, a place of the module), else where the learner was, or at the
 * start, as the module's author wants it. Where only a step is known of the last visit, there is nothing to ask about.
 */
export function beginningOf(bundle: Bundle, opened: Opened, linked: string | null | undefined): Beginning {
  const restored = restoreSession(bundle, opened)
  const session = restored ?? firstSession(bundle, newSeed())
  const isElsewhere = linked !== undefined && linked !== session.place.step
  const place = isElsewhere ? { step: linked, question: null } : session.place
  const index = screenIndex(bundle, session, place)
  if (isElsewhere && isReachable(bundle, session, index))
    return { session: showScreen(bundle, session, index), phase: 'module' }

  const { resume } = bundle.behaviour
  const wasUnderWay = opened.packed !== null && restored !== null && linked === undefined
  if (wasUnderWay && resume === 'never') {
    const anew = reduceSession(bundle, session, { type: 'start-over', seed: newSeed() })
    return { session: showScreen(bundle, anew, 0), phase: 'module' }
  }
  const isAsked = wasUnderWay && resume === 'ask' && screenIndex(bundle, session) > 0
  return { session, phase: isAsked ? 'welcome' : 'module' }
}
