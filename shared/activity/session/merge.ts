import type { Bundle } from '../../bundle/format.ts'
import { questionsOf } from '../steps/index.ts'
import { joinParts } from '../watched.ts'
import { settle } from './result.ts'
import type { QuizProgress, Session } from './session.ts'

/**
 * What an LMS had of a learner, with what it never confirmed: nothing that either knows is lost. Of a quiz the later
 * attempt counts; within one attempt a response that was confirmed stays.
 */
export function mergeSessions(bundle: Bundle, confirmed: Session, unconfirmed: Session): Session {
  const quizzes: Record<string, QuizProgress | undefined> = { ...confirmed.quizzes }
  const responses = { ...confirmed.responses }
  const watched = { ...confirmed.watched }
  for (const step of bundle.steps) {
    const here = confirmed.quizzes[step.id]
    const there = unconfirmed.quizzes[step.id]
    const attempts = [here?.attempt ?? 0, there?.attempt ?? 0] as const
    const bests = [here?.best, there?.best].filter((best) => typeof best === 'number')
    if (here || there)
      quizzes[step.id] = {
        attempt: Math.max(...attempts),
        best: bests.length > 0 ? Math.max(...bests) : null,
      }
    for (const { id } of questionsOf(step))
      responses[id] = [
        attempts[0] >= attempts[1] ? confirmed.responses[id] : undefined,
        attempts[1] >= attempts[0] ? unconfirmed.responses[id] : undefined,
      ].find(Boolean)
    watched[step.id] = joinParts(confirmed.watched[step.id] ?? 0, unconfirmed.watched[step.id] ?? 0)
  }
  const { best } = confirmed
  return settle(bundle, {
    seed: confirmed.seed,
    place: unconfirmed.place,
    visited: [...new Set([...confirmed.visited, ...unconfirmed.visited])],
    quizzes,
    responses,
    watched,
    isComplete: confirmed.isComplete || unconfirmed.isComplete,
    hasPassed: confirmed.hasPassed || unconfirmed.hasPassed,
    best: unconfirmed.best === null ? best : Math.max(best ?? 0, unconfirmed.best),
  })
}
