import type { Bundle } from '../../bundle/format.ts'
import { isPassed, pointsOf, roundPercent, scoreOf } from '../score.ts'
import { questionsOf } from '../steps/index.ts'
import type { Session } from './session.ts'

/** What a record keeper is told. */
export type Result = {
  status: 'incomplete' | 'completed' | 'passed' | 'failed'
  /** Percent, two decimals at most; null as long as there is none to tell. */
  score: number | null
}

/**
 * The module's score in percent: each step's best finished attempt, weighted by its points; null when nothing scores.
 * A step without a finished attempt counts as 0.
 */
export function moduleScore(bundle: Bundle, session: Session): number | null {
  let total = 0
  let earned = 0
  for (const step of bundle.steps) {
    const points = pointsOf(questionsOf(step))
    total += points
    earned += (points * (session.quizzes[step.id]?.best ?? 0)) / 100
  }
  return total > 0 ? roundPercent((earned / total) * 100) : null
}

/** Whether nothing is left to answer in a step: all of it now, or all of it in an attempt before. */
export function isStepAnswered(bundle: Bundle, session: Session, stepId: string): boolean {
  const step = bundle.steps.find(({ id }) => id === stepId)
  if (!step) return true
  const hasFinishedOnce = typeof session.quizzes[stepId]?.best === 'number'
  return hasFinishedOnce || questionsOf(step).every(({ id }) => session.responses[id])
}

/** The ids of the steps that still stand between the learner and completion. */
export function stepsToDo(bundle: Bundle, session: Session): string[] {
  return bundle.steps
    .map(({ id }) => id)
    .filter((id) => !session.visited.includes(id) || !isStepAnswered(bundle, session, id))
}

/** The session with all that follows from its visits and responses: best attempts, completion, passing. */
export function settle(bundle: Bundle, session: Session): Session {
  const quizzes = { ...session.quizzes }
  for (const step of bundle.steps) {
    const questions = questionsOf(step)
    if (questions.length === 0 || !questions.every(({ id }) => session.responses[id])) continue
    const { attempt, best } = quizzes[step.id] ?? { attempt: 0, best: null }
    // A quiz worth nothing still counts as finished.
    const score = scoreOf(questions, session.responses) ?? 0
    quizzes[step.id] = { attempt, best: Math.max(best ?? 0, score) }
  }
  const settled = { ...session, quizzes }
  const isComplete =
    session.isComplete || (bundle.steps.length > 0 && stepsToDo(bundle, settled).length === 0)
  if (!isComplete) return settled
  const score = moduleScore(bundle, settled)
  const best = score === null ? session.best : Math.max(session.best ?? 0, score)
  return {
    ...settled,
    isComplete,
    best,
    hasPassed: session.hasPassed || isPassed(best, bundle.pass) === true,
  }
}

/** What is to be recorded: a score only together with completion, pass or fail only where the author set a mark. */
export function resultOf(bundle: Bundle, session: Session): Result {
  if (!session.isComplete) return { status: 'incomplete', score: null }
  const score = session.best
  if (bundle.pass === null || score === null) return { status: 'completed', score }
  return { status: session.hasPassed ? 'passed' : 'failed', score }
}
