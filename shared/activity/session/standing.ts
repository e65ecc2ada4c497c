import type { Bundle, BundleStep } from '../../bundle/format.ts'
import { isStepDone, questionsOf } from '../steps/index.ts'
import type { StepStanding } from '../steps/types.ts'
import { type Session, untriedQuiz } from './session.ts'

/** Whether the learner may take a step's questions once more. */
export function canRetry(bundle: Bundle, session: Session, step: string): boolean {
  const { attempts } = bundle.behaviour
  return attempts === null || (session.quizzes[step] ?? untriedQuiz).attempt + 1 < attempts
}

/** Whether every question of the step is answered in the attempt at hand. */
export function isAnsweredNow(step: BundleStep, session: Session): boolean {
  return questionsOf(step).every(({ id }) => session.responses[id])
}

function standingOf(step: BundleStep, session: Session): StepStanding {
  const best = session.quizzes[step.id]?.best ?? null
  return {
    isSeen: session.visited.includes(step.id),
    isAnswered: best !== null || isAnsweredNow(step, session),
    best,
    watched: session.watched[step.id] ?? 0,
  }
}

/**
 * Whether a step asks nothing more of the learner. One whose last attempt is used up is done, however it went: nobody may
 * be kept from the end by what they can no longer change.
 */
export function isDone(bundle: Bundle, session: Session, step: BundleStep): boolean {
  if (isStepDone(step, standingOf(step, session))) return true
  const asks = questionsOf(step).length > 0
  return asks && isAnsweredNow(step, session) && !canRetry(bundle, session, step.id)
}

/** The ids of the steps that are not done yet. */
export function stepsToDo(bundle: Bundle, session: Session): string[] {
  return bundle.steps.filter((step) => !isDone(bundle, session, step)).map(({ id }) => id)
}
