import { showScreen } from '../../shared/activity/session/reduce.ts'
import { isReachable } from '../../shared/activity/session/reach.ts'
import { screenIndex } from '../../shared/activity/session/screens.ts'
import { newSeed, newSession, type Session } from '../../shared/activity/session/session.ts'
import { stepOf } from '../../shared/activity/steps/index.ts'
import { unpackSession } from '../../shared/activity/suspend/unpack.ts'
import type { Bundle } from '../../shared/bundle/format.ts'
import type { Opened } from './tracking/types.ts'

/**
 * Where a learner who was here before goes on; null for a new one. When the packed session is lost, the step that the
 * record keeper remembers is at least where they were.
 */
export function restoreSession(bundle: Bundle, { packed, step }: Opened): Session | null {
  const unpacked = packed === null ? null : unpackSession(bundle, packed)
  if (!unpacked && !stepOf(bundle, step)) return null
  const session = unpacked ?? { ...newSession(bundle, newSeed()), place: { step, question: null } }
  let index = screenIndex(bundle, session)
  // An author's edit may have put something before the place that is to be done first.
  while (index > 0 && !isReachable(bundle, session, index)) index--
  return showScreen(bundle, session, index)
}
