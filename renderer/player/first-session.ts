import { showScreen } from '../../shared/activity/session/reduce.ts'
import { newSession, type Session } from '../../shared/activity/session/session.ts'
import type { Bundle } from '../../shared/bundle/format.ts'

/** A new learner on the first screen. The pre-renderer draws it for seed 0. */
export const firstSession = (bundle: Bundle, seed: number): Session =>
  showScreen(bundle, newSession(bundle, seed), 0)
