import { reduceSession, type SessionAction } from '../../shared/activity/session/reduce.ts'
import { newSession, type Session } from '../../shared/activity/session/session.ts'
import type { Bundle } from '../../shared/bundle/format.ts'

export const show = (step: string | null): SessionAction => ({
  type: 'show',
  place: { step, question: null },
})
export const answer = (question: string, ...response: string[]): SessionAction => ({
  type: 'answer',
  question,
  response,
})
export const retry = (step: string): SessionAction => ({ type: 'retry', step })

/** The session after these actions, one after the other. */
export const learn = (
  bundle: Bundle,
  actions: readonly SessionAction[],
  from = newSession(bundle, 7),
): Session => actions.reduce((session, action) => reduceSession(bundle, session, action), from)
