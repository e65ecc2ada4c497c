import { reduceSession } from '../../shared/activity/session/reduce.ts'
import { newSession, type Session } from '../../shared/activity/session/session.ts'
import { screensOf } from '../../shared/activity/session/screens.ts'
import type { Bundle } from '../../shared/bundle/format.ts'

/** A new learner on the first screen. The pre-renderer draws it for seed 0. */
export function firstSession(bundle: Bundle, seed: number): Session {
  const session = newSession(bundle, seed)
  const place = screensOf(bundle, session)[0]
  return place ? reduceSession(bundle, session, { type: 'show', place }) : session
}
