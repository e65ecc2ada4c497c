import type { Bundle, BundleStep } from '../../bundle/format.ts'
import { packResponse } from '../questions/index.ts'
import { quizOf, type Session } from '../session/session.ts'
import { isAsking, questionsOf } from '../steps/index.ts'
import { packNumber } from './base64.ts'
import { keyLength, type Keys, keysOf, noKey } from './keys.ts'
import { joinSegments, seal } from './segments.ts'

/** What SCORM 1.2 keeps of a learner's state. */
export const suspendLimit = 4096

/** The form of what follows; an unknown one is not read. */
export const packedVersion = '1'

/** The letter and the version, the seed, the flags, the best score, the keys of step and question. */
export const headLength = 2 + 4 + 1 + 3 + 2 * keyLength

/** A step's key, its attempt and its best score. */
export const entryLength = keyLength + 1 + 3

/** Digits of a recording's 48 watched parts, and of the second where it was left: up to three days. */
export const partsLength = 8
export const secondLength = 3

/** Stands for a score that is not there; scores are hundredths of a percent, 10,000 at most. */
export const noScore = '___'

export const completeFlag = 1
export const passedFlag = 2

/**
 * All of a session in at most `limit` characters of `A-Z a-z 0-9 - _ .`. In the order of worth: result and place,
 * visited steps with their best attempts, what was watched and where that was left, then responses, those of unfinished quizzes first. What does not fit is left out from the end.
 */
export function packSession(bundle: Bundle, session: Session, limit: number = suspendLimit): string {
  return joinSegments(segmentsOf(bundle, session), limit)
}

function segmentsOf(bundle: Bundle, session: Session): string[] {
  const keys = keysOf(bundle)
  const isOpen = (step: BundleStep) => quizOf(session, step.id).best === null
  const asking = bundle.steps.filter(isAsking)
  const rank = (step: BundleStep) => (step.id === session.place.step ? 0 : isOpen(step) ? 1 : 2)
  /** What is known of each recording that was played, after its key. */
  const numbers = (letter: string, values: Session['watchedParts'], width: number) =>
    letter +
    bundle.steps
      .map(({ id }) => {
        const value = values[id]
        return value === undefined ? '' : keys.keyOf(id) + packNumber(value, width)
      })
      .join('')
  const byWorth = [...asking].sort((one, other) => rank(one) - rank(other))
  return [
    head(session, keys),
    steps(bundle, session, keys),
    numbers('w', session.watchedParts, partsLength),
    numbers('p', session.stoppedAt, secondLength),
    ...byWorth.map((step) => responses(step, session, keys)),
  ]
    .filter((body) => body.length > 1)
    .map(seal)
}

function head({ seed, place, isComplete, hasPassed, best }: Session, keys: Keys): string {
  const flags = (isComplete ? completeFlag : 0) + (hasPassed ? passedFlag : 0)
  const placeKey = (id: string | null) => (id === null ? noKey : keys.keyOf(id))
  return `M${packedVersion}${packNumber(seed, 4)}${packNumber(flags, 1)}${packScore(best)}${placeKey(place.step)}${placeKey(place.question)}`
}

/** Every step that was shown (one with questions cannot be begun otherwise): its key, the attempt at hand, the best one. */
function steps(bundle: Bundle, session: Session, keys: Keys): string {
  const entries = bundle.steps.map(({ id }) => {
    const { attempt, best } = quizOf(session, id)
    return session.visited.includes(id) ? keys.keyOf(id) + packNumber(attempt, 1) + packScore(best) : ''
  })
  return `s${entries.join('')}`
}

/** Responses carry their length, so that one of a kind this player does not know can be stepped over. */
function responses(step: BundleStep, session: Session, keys: Keys): string {
  const entries = questionsOf(step).map((question) => {
    const response = session.responses[question.id]
    if (!response) return ''
    const packed = packResponse(question, response)
    return keys.keyOf(question.id) + packNumber(packed.length, 1) + packed
  })
  return `a${entries.join('')}`
}

function packScore(score: number | null): string {
  return score === null ? noScore : packNumber(score * 100, 3)
}
