import type { Bundle } from '../../bundle/format.ts'
import { higherScore } from '../score.ts'
import { questionsOf } from '../steps/index.ts'
import { joinParts, type WatchedParts } from '../watched.ts'
import { settle } from './result.ts'
import { type QuizProgress, quizOf, type Session, watchedOf } from './session.ts'

/**
 * What an LMS had of a learner, with what it never confirmed: nothing that either knows is lost. Of a quiz the later
 * attempt counts; within one attempt a response that was confirmed stays. Of a recording the later place counts.
 */
export function mergeSessions(bundle: Bundle, confirmed: Session, unconfirmed: Session): Session {
  const quizzes: Record<string, QuizProgress | undefined> = {}
  const responses: Record<string, readonly string[] | undefined> = {}
  const watchedParts: Record<string, WatchedParts> = {}
  for (const step of bundle.steps) {
    const here = quizOf(confirmed, step.id)
    const there = quizOf(unconfirmed, step.id)
    if (confirmed.quizzes[step.id] ?? unconfirmed.quizzes[step.id])
      quizzes[step.id] = {
        attempt: Math.max(here.attempt, there.attempt),
        best: higherScore(here.best, there.best),
      }
    for (const { id } of questionsOf(step))
      responses[id] =
        (here.attempt >= there.attempt && confirmed.responses[id]) ||
        (there.attempt >= here.attempt && unconfirmed.responses[id]) ||
        undefined
    const parts = joinParts(watchedOf(confirmed, step.id), watchedOf(unconfirmed, step.id))
    if (parts > 0) watchedParts[step.id] = parts
  }
  return settle(bundle, {
    seed: confirmed.seed,
    place: unconfirmed.place,
    visited: [...new Set([...confirmed.visited, ...unconfirmed.visited])],
    quizzes,
    responses,
    watchedParts,
    stoppedAt: { ...confirmed.stoppedAt, ...unconfirmed.stoppedAt },
    isComplete: confirmed.isComplete || unconfirmed.isComplete,
    hasPassed: confirmed.hasPassed || unconfirmed.hasPassed,
    best: higherScore(confirmed.best, unconfirmed.best),
  })
}
