import type { Bundle } from '../../bundle/format.ts'
import type { WatchedParts } from '../watched.ts'

/** Where a learner is: a step, and in a step that asks questions one of them. No step: the results, after the last one. */
export type Place = { step: string | null; question: string | null }

/** How a learner stands with a step that asks questions. */
export type QuizProgress = {
  /** 0 on the first go, one more with every “try again”. */
  attempt: number
  /** Percent of the step's points in the best finished attempt; null until one was finished. */
  best: number | null
}

/** All that is remembered of one learner in one module. Everything else follows from it and the bundle. */
export type Session = {
  /** Drawn once for each learner: orders of questions and choices follow from it. Below 2^24. */
  seed: number
  place: Place
  /** Ids of the steps that were shown, in the order in which they were first shown. */
  visited: readonly string[]
  /** Responses of the attempt at hand, by question id. */
  responses: Readonly<Record<string, readonly string[] | undefined>>
  /** By step id, for steps that ask questions and were begun. */
  quizzes: Readonly<Record<string, QuizProgress | undefined>>
  /** By step id, for recordings that were played. */
  watchedParts: Readonly<Record<string, WatchedParts | undefined>>
  /** By step id, the second where a recording was left; 0 once it was played to its end. */
  stoppedAt: Readonly<Record<string, number | undefined>>
  /** Whether the module was once complete. Never taken back. */
  isComplete: boolean
  /** Whether the pass mark was once reached. Never taken back. */
  hasPassed: boolean
  /** The best score of the module in percent; null before there is one to tell or when nothing scores. Never lowered. */
  best: number | null
}

/** How many seeds there are: four packed digits. */
export const seedCount = 64 ** 4

/** A learner's first meeting with a module; `seed` is a whole number below `seedCount`. */
export function newSession(bundle: Bundle, seed: number): Session {
  return {
    seed,
    place: { step: bundle.steps[0]?.id ?? null, question: null },
    visited: [],
    responses: {},
    quizzes: {},
    watchedParts: {},
    stoppedAt: {},
    isComplete: false,
    hasPassed: false,
    best: null,
  }
}

/** A seed for a new learner. */
export function newSeed(): number {
  return Math.floor(Math.random() * seedCount)
}

const untriedQuiz: QuizProgress = { attempt: 0, best: null }

/** How the learner stands with a step that asks questions, begun or not. */
export function quizOf({ quizzes }: Pick<Session, 'quizzes'>, step: string): QuizProgress {
  return quizzes[step] ?? untriedQuiz
}

/** What the learner watched of a step's recording. */
export function watchedOf({ watchedParts }: Pick<Session, 'watchedParts'>, step: string): WatchedParts {
  return watchedParts[step] ?? 0
}
