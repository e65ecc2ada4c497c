import type { Bundle, BundleStep } from '../../bundle/format.ts'
import { isCompleteResponse, keepKnownResponse } from '../questions/index.ts'
import { isAsking, questionOf, questionsOf, stepAsking, stepOf } from '../steps/index.ts'
import { joinParts, type WatchedParts } from '../watched.ts'
import { isReachable, openSteps } from './reach.ts'
import { settle } from './result.ts'
import { screenIndex, screensOf } from './screens.ts'
import { newSession, type Place, quizOf, type Session, watchedOf } from './session.ts'
import { canRetry } from './standing.ts'

export type SessionAction =
  /** A place the learner may not reach yet changes nothing. */
  | { type: 'show'; place: Place }
  /** A response that cannot be marked, or to a question already answered in this attempt, changes nothing. */
  | { type: 'answer'; question: string; response: readonly string[] }
  /** Goes to the step, if it is open, and begins its questions anew; what was reached stays. */
  | { type: 'retry'; step: string }
  /** So much of a recording was played, and it is at second `stoppedAt`. */
  | { type: 'watch'; step: string; parts: WatchedParts; stoppedAt: number }
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
      return settle(bundle, watch(session, action.step, action.parts, action.stoppedAt))
    case 'start-over':
      return startOver(bundle, session, action.seed)
  }
}

/** Shows the module's screen number `index`, from 0, if the learner may see it. */
export function showScreen(bundle: Bundle, session: Session, index: number): Session {
  const place = screensOf(bundle, session)[index]
  return place ? reduceSession(bundle, session, { type: 'show', place }) : session
}

function show(bundle: Bundle, session: Session, place: Place): Session {
  if (!isReachable(bundle, session, screenIndex(bundle, session, place))) return session
  return { ...session, place, visited: withVisit(session.visited, place.step) }
}

function withVisit(visited: readonly string[], step: string | null): readonly string[] {
  return step === null || visited.includes(step) ? visited : [...visited, step]
}

function answer(bundle: Bundle, session: Session, id: string, response: readonly string[]): Session {
  const question = questionOf(bundle, id)
  if (!question || session.responses[id] || !isCompleteResponse(question, response)) return session
  return {
    ...session,
    // Nobody answers what they do not see; packed state keeps only what belongs to a visited step.
    visited: withVisit(session.visited, stepAsking(bundle, question)?.id ?? null),
    responses: { ...session.responses, [id]: keepKnownResponse(question, response) },
  }
}

function retry(bundle: Bundle, session: Session, id: string): Session {
  const step = stepOf(bundle, id)
  if (!step || !isAsking(step) || !canRetry(bundle, session, id)) return session
  if (bundle.steps.indexOf(step) >= openSteps(bundle, session)) return session
  return {
    ...withNewAttempt(session, step),
    // The order of the new attempt says which question comes first: the place is the step's first screen.
    place: { step: id, question: null },
    visited: withVisit(session.visited, id),
  }
}

/** The session with a step's questions to be answered once more. */
function withNewAttempt(session: Session, step: BundleStep): Session {
  const responses = { ...session.responses }
  for (const { id } of questionsOf(step)) delete responses[id]
  const { attempt, best } = quizOf(session, step.id)
  return {
    ...session,
    responses,
    quizzes: { ...session.quizzes, [step.id]: { attempt: attempt + 1, best } },
  }
}

function watch(session: Session, step: string, parts: WatchedParts, second: number): Session {
  return {
    ...session,
    watchedParts: { ...session.watchedParts, [step]: joinParts(watchedOf(session, step), parts) },
    stoppedAt: { ...session.stoppedAt, [step]: second },
  }
}

function startOver(bundle: Bundle, session: Session, seed: number): Session {
  // Whoever has used up the attempts looks back at the last one.
  const begun = bundle.steps.filter(
    (step) => questionsOf(step).some(({ id }) => session.responses[id]) && canRetry(bundle, session, step.id),
  )
  const { place, visited, watchedParts, stoppedAt } = newSession(bundle, seed)
  return { ...begun.reduce(withNewAttempt, session), seed, place, visited, watchedParts, stoppedAt }
}
