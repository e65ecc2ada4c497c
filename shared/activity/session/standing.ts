import type { Bundle, BundleStep } from '../../bundle/format.ts'
import { isAsking, isStepDone, questionsOf } from '../steps/index.ts'
import type { StepStanding } from '../steps/types.ts'
import { quizOf, type Session, watchedOf } from './session.ts'

/** Whether the learner may take a step's questions once more. */
export function canRetry(bundle: Bundle, session: Session, step: string): boolean {
  const { attempts } = bundle.behaviour
  return attempts === null || quizOf(session, step).attempt + 1 < attempts
}

/** Whether every question of the step is answered in the attempt at hand. */
export function isAnsweredNow(step: BundleStep, session: Session): boolean {
  return questionsOf(step).every(({ id }) => session.responses[id])
}

function standingOf(step: BundleStep, session: Session): StepStanding {
  const { best } = quizOf(session, step.id)
  return {
    isSeen: session.visited.includes(step.id),
    isAnswered: best !== null || isAnsweredNow(step, session),
    best,
    watchedParts: watchedOf(session, step.id),
  }
}

/**
 * Whether a step asks nothing more of the learner. One whose last attempt is used up is done, however it went: nobody may
 * be kept from the end by what they can no longer change.
 */
export function isDone(bundle: Bundle, session: Session, step: BundleStep): boolean {
  return (
    isStepDone(step, standingOf(step, session)) ||
    (isAsking(step) && isAnsweredNow(step, session) && !canRetry(bundle, session, step.id))
  )
}

/** The ids of the steps that are not done yet. */
export function stepsToDo(bundle: Bundle, session: Session): string[] {
  return bundle.steps.filter((step) => !isDone(bundle, session, step)).map(({ id }) => id)
}
