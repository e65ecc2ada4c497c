import type { Bundle } from '../../bundle/format.ts'
import { unpackResponse } from '../questions/index.ts'
import { settle } from '../session/result.ts'
import { newSession, type QuizProgress, type Session } from '../session/session.ts'
import { isAsking, questionOf, stepOf } from '../steps/index.ts'
import { unpackNumber } from './base64.ts'
import { keyLength, type Keys, keysOf, noKey } from './keys.ts'
import {
  completeFlag,
  entryLength,
  headLength,
  noScore,
  packedVersion,
  partsLength,
  passedFlag,
  secondLength,
} from './pack.ts'
import { openSegments } from './segments.ts'

/** A session while it is being put together. */
type Draft = Session & {
  visited: string[]
  quizzes: Record<string, QuizProgress>
  responses: Record<string, string[]>
  watchedParts: Record<string, number>
  stoppedAt: Record<string, number>
}
type Reader = (body: string, draft: Draft, bundle: Bundle, keys: Keys) => void

const readers: Record<string, Reader> = {
  s: readSteps,
  w: readNumbers(partsLength, ({ watchedParts }) => watchedParts),
  p: readNumbers(secondLength, ({ stoppedAt }) => stoppedAt),
  a: readResponses,
}

/**
 * The session that `packed` holds, as far as the module still has its steps, questions and choices; null when its
 * beginning is missing, damaged or of a version this player does not know. Never throws, whatever it is given.
 */
export function unpackSession(bundle: Bundle, packed: string): Session | null {
  const [first, ...rest] = openSegments(packed)
  if (!first) return null
  const keys = keysOf(bundle)
  const draft = readHead(first, bundle, keys)
  if (!draft) return null
  for (const segment of rest) readers[segment.charAt(0)]?.(segment.slice(1), draft, bundle, keys)
  return settle(bundle, draft)
}

function readHead(body: string, bundle: Bundle, keys: Keys): Draft | null {
  if (!body.startsWith(`M${packedVersion}`) || body.length !== headLength) return null
  const seed = unpackNumber(body.slice(2, 6))
  const flags = unpackNumber(body.slice(6, 7))
  if (seed === null || flags === null) return null
  const step = body.slice(10, 14)
  return {
    // All of it new: nobody else reads what is written into it.
    ...(newSession(bundle, seed) as Draft),
    // A step that is gone leaves a place that no screen has; the screens then say where to go on.
    place: { step: step === noKey ? null : (keys.idOf(step) ?? ''), question: keys.idOf(body.slice(14, 18)) },
    isComplete: (flags & completeFlag) > 0,
    hasPassed: (flags & passedFlag) > 0,
    best: readScore(body.slice(7, 10)),
  }
}

/** Entries of `length` characters each: the id of a step or question (null when the module has none), and the rest. */
function entriesOf(body: string, length: number, keys: Keys): [id: string | null, rest: string][] {
  return Array.from({ length: Math.floor(body.length / length) }, (_, place) => {
    const entry = body.slice(place * length, (place + 1) * length)
    return [keys.idOf(entry.slice(0, keyLength)), entry.slice(keyLength)]
  })
}

function readSteps(body: string, draft: Draft, bundle: Bundle, keys: Keys): void {
  for (const [id, rest] of entriesOf(body, entryLength, keys)) {
    const step = stepOf(bundle, id)
    if (!step) continue
    draft.visited.push(step.id)
    if (isAsking(step))
      draft.quizzes[step.id] = {
        attempt: unpackNumber(rest.charAt(0)) ?? 0,
        best: readScore(rest.slice(1)),
      }
  }
}

/** A number of `width` digits for each recording, into what `valuesOf` finds in the draft. */
function readNumbers(width: number, valuesOf: (draft: Draft) => Record<string, number>): Reader {
  return (body, draft, bundle, keys) => {
    for (const [id, rest] of entriesOf(body, keyLength + width, keys)) {
      const step = stepOf(bundle, id)
      const value = unpackNumber(rest)
      if (step && value !== null) valuesOf(draft)[step.id] = value
    }
  }
}

function readResponses(body: string, draft: Draft, bundle: Bundle, keys: Keys): void {
  for (let at = 0; at < body.length; ) {
    const question = questionOf(bundle, keys.idOf(body.slice(at, at + keyLength)))
    const start = at + keyLength + 1
    at = start + (unpackNumber(body.charAt(start - 1)) ?? 0)
    const response = question && unpackResponse(question, body.slice(start, at))
    if (response) draft.responses[question.id] = response
  }
}

function readScore(packed: string): number | null {
  const hundredths = packed === noScore ? null : unpackNumber(packed)
  return hundredths === null ? null : Math.min(100, hundredths / 100)
}
