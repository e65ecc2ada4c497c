import type { Bundle } from '../../bundle/format.ts'
import { isCompleteResponse, keepKnownResponse } from '../questions/index.ts'
import { questionsOf } from '../steps/index.ts'
import { joinParts, type WatchedParts } from '../watched.ts'
import { isReachable, openSteps } from './reach.ts'
import { settle } from './result.ts'
import { screenIndex } from './screens.ts'
import { newSession, type Place, type Session, untriedQuiz } from './session.ts'
import { canRetry } from './standing.ts'

export type SessionAction =
  /** A place the learner may not reach yet changes nothing. */
  | { type: 'show'; place: Place }
  /** A response that cannot be marked, or to a question already answered in this attempt, changes nothing. */
  | { type: 'answer'; question: string; response: readonly string[] }
  /** Goes to the step, if it is open, and begins its questions anew; what was reached stays. */
  | { type: 'retry'; step: string }
  | { type: 'watch'; step: string; parts: WatchedParts }
  /** Begins the module anew, as a learner with this seed; what was reached stays, and no attempt is given back. */
  | { type: 'start-over'; seed: number }

/** What becomes of a session when the learner does something. Pure. */
export function reduceSession(bundle: Bundle, session: Session, action: SessionAction): Session {
  switch (action.type) {
    case 'show':
      return settle(bundle, show(bundle, session, action.place))
    case 'answer':
      return settle(bundle, answer(bundle, session, action.question, action.response))
    case 'retry':
      return retry(bundle, session, action.step)
    case 'watch':
      return settle(bundle, watch(session, action.step, action.parts))
    case 'start-over':
      return startOver(bundle, session, action.seed)
  }
}

function show(bundle: Bundle, session: Session, place: Place): Session {
  if (!isReachable(bundle, session, screenIndex(bundle, session, place))) return session
  return { ...session, place, visited: withVisit(session.visited, place.step) }
}

function withVisit(visited: readonly string[], step: string | null): readonly string[] {
  return step === null || visited.includes(step) ? visited : [...visited, step]
}

function answer(bundle: Bundle, session: Session, id: string, response: readonly string[]): Session {
  const step = bundle.steps.find((candidate) => questionsOf(candidate).some((one) => one.id === id))
  const question = step && questionsOf(step).find((one) => one.id === id)
  if (!question || session.responses[id] || !isCompleteResponse(question, response)) return session
  return {
    ...session,
    // Nobody answers what they do not see; packed state keeps only what belongs to a visited step.
    visited: withVisit(session.visited, step.id),
    responses: { ...session.responses, [id]: keepKnownResponse(question, response) },
  }
}

function retry(bundle: Bundle, session: Session, stepId: string): Session {
  const at = bundle.steps.findIndex(({ id }) => id === stepId)
  const step = bundle.steps[at]
  if (!step || questionsOf(step).length === 0 || !canRetry(bundle, session, stepId)) return session
  if (at >= openSteps(bundle, session)) return session
  const responses = { ...session.responses }
  for (const { id } of questionsOf(step)) delete responses[id]
  const { attempt, best } = session.quizzes[stepId] ?? untriedQuiz
  return {
    ...session,
    // The order of the new attempt says which question comes first: the place is the step's first screen.
    place: { step: stepId, question: null },
    visited: withVisit(session.visited, stepId),
    responses,
    quizzes: { ...session.quizzes, [stepId]: { attempt: attempt + 1, best } },
  }
}

function watch(session: Session, step: string, parts: WatchedParts): Session {
  const joined = joinParts(session.watched[step] ?? 0, parts)
  return joined === (session.watched[step] ?? 0)
    ? session
    : { ...session, watched: { ...session.watched, [step]: joined } }
}

function startOver(bundle: Bundle, session: Session, seed: number): Session {
  const responses = { ...session.responses }
  const quizzes = { ...session.quizzes }
  for (const step of bundle.steps) {
    const questions = questionsOf(step)
    const hasBegun = questions.some(({ id }) => responses[id])
    // Whoever has used up the attempts looks back at the last one.
    if (!hasBegun || !canRetry(bundle, session, step.id)) continue
    for (const { id } of questions) delete responses[id]
    const { attempt, best } = quizzes[step.id] ?? untriedQuiz
    quizzes[step.id] = { attempt: attempt + 1, best }
  }
  const { isComplete, hasPassed, best } = session
  return { ...newSession(bundle, seed), responses, quizzes, isComplete, hasPassed, best }
}
