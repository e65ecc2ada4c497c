import type { Bundle } from '../../bundle/format.ts'
import { isCompleteResponse, keepKnownResponse } from '../questions/index.ts'
import { questionsOf } from '../steps/index.ts'
import { settle } from './result.ts'
import { type Place, type Session, untriedQuiz } from './session.ts'

export type SessionAction =
  | { type: 'show'; place: Place }
  /** A response that cannot be marked, or to a question already answered in this attempt, changes nothing. */
  | { type: 'answer'; question: string; response: readonly string[] }
  /** Goes to the step and begins its questions anew; what was reached stays. */
  | { type: 'retry'; step: string }

/** What becomes of a session when the learner does something. Pure. */
export function reduceSession(bundle: Bundle, session: Session, action: SessionAction): Session {
  switch (action.type) {
    case 'show':
      return settle(bundle, show(session, action.place))
    case 'answer':
      return settle(bundle, answer(bundle, session, action.question, action.response))
    case 'retry':
      return retry(bundle, session, action.step)
  }
}

function show(session: Session, place: Place): Session {
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
  const step = bundle.steps.find(({ id }) => id === stepId)
  if (!step || questionsOf(step).length === 0) return session
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
