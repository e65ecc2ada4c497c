import type { Bundle, BundleStep } from '../../bundle/format.ts'
import { higherScore, isPassed, pointsOf, roundPercent, scoreOf } from '../score.ts'
import { allQuestions, isAsking, questionsOf } from '../steps/index.ts'
import { isAnsweredNow, stepsToDo } from './standing.ts'
import { quizOf, type Session } from './session.ts'

/** What a record keeper is told. */
export type Result = {
  isComplete: boolean
  /** Whether the pass mark was reached; null without a mark, or before there is a score. */
  success: 'passed' | 'failed' | null
  /** Percent, two decimals at most; null as long as there is none to tell. */
  score: number | null
  /** How many of the steps are done, in whole percent; 100 once the module is complete, whatever is added later. */
  progress: number
}

/** Percent of the points of `steps`, each by its best finished attempt (none counts as 0); null when nothing scores. */
export function bestScore(steps: readonly BundleStep[], session: Session): number | null {
  let total = 0
  let earned = 0
  for (const step of steps) {
    const points = pointsOf(questionsOf(step))
    total += points
    earned += (points * (quizOf(session, step.id).best ?? 0)) / 100
  }
  return total > 0 ? roundPercent((earned / total) * 100) : null
}

/** The session with all that follows from its visits and responses: best attempts, completion, passing. */
export function settle(bundle: Bundle, session: Session): Session {
  const settled = { ...session, quizzes: withBestAttempts(bundle, session) }
  const isFinished = session.isComplete || isAtItsEnd(bundle, settled)
  if (!isFinished) return settled
  const score = bestScore(bundle.steps, settled)
  const best = higherScore(score, session.best)
  const hasPassed = session.hasPassed || isPassed(best, bundle.pass) === true
  const isComplete = session.isComplete || hasPassed || !mustBePassed(bundle)
  return { ...settled, isComplete, best, hasPassed }
}

function withBestAttempts(bundle: Bundle, session: Session): Session['quizzes'] {
  const quizzes = { ...session.quizzes }
  for (const step of bundle.steps) {
    if (!isAsking(step) || !isAnsweredNow(step, session)) continue
    const { attempt, best } = quizOf(session, step.id)
    // A quiz worth nothing still counts as finished.
    const score = scoreOf(questionsOf(step), session.responses) ?? 0
    quizzes[step.id] = { attempt, best: higherScore(score, best) }
  }
  return quizzes
}

/** A module whose completion is to pass: it needs a mark, and something that scores. */
function mustBePassed(bundle: Bundle): boolean {
  const { behaviour, pass } = bundle
  return behaviour.completion === 'passed' && pass !== null && pointsOf(allQuestions(bundle)) > 0
}

/** Whether the learner has reached what the module's completion asks for, or, where that is to pass, what it is judged by. */
function isAtItsEnd(bundle: Bundle, session: Session): boolean {
  const { steps, behaviour } = bundle
  if (steps.length === 0) return false
  if (mustBePassed(bundle))
    return steps.every((step) => !isAsking(step) || quizOf(session, step.id).best !== null)
  if (behaviour.completion === 'end') return session.place.step === null
  return stepsToDo(bundle, session).length === 0
}

/** What is to be recorded: a score only once it is final, pass or fail only where the author set a mark. */
export function resultOf(bundle: Bundle, session: Session): Result {
  const { isComplete, hasPassed, best } = session
  const success = bundle.pass === null || best === null ? null : hasPassed ? 'passed' : 'failed'
  const count = bundle.steps.length
  const done = count - stepsToDo(bundle, session).length
  const progress = isComplete ? 100 : count === 0 ? 0 : Math.floor((done / count) * 100)
  return { isComplete, success, score: best, progress }
}
