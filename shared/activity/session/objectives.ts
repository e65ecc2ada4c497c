import type { Bundle } from '../../bundle/format.ts'
import { isPassed } from '../score.ts'
import { isAsking } from '../steps/index.ts'
import { bestScore } from './result.ts'
import { isDone } from './standing.ts'
import { quizOf, type Session } from './session.ts'

/** How a learner stands with one outcome of the module. */
export type Objective = {
  /** The outcome's id, and what it says. */
  id: string
  text: string
  /** Whether every step that serves it is done. */
  isComplete: boolean
  /** Percent of the points of the steps that serve it; null until all of their questions were answered, or without any. */
  score: number | null
  /** Whether that reaches the module's pass mark; null without a mark or a score. */
  success: 'passed' | 'failed' | null
}

/** The outcomes that steps serve, in the module's order. One that no step serves says nothing about the learner. */
export function objectivesOf(bundle: Bundle, session: Session): Objective[] {
  return bundle.outcomes.flatMap(({ id, text }) => {
    const steps = bundle.steps.filter(({ outcome }) => outcome === id)
    if (steps.length === 0) return []
    const asking = steps.filter(isAsking)
    const isScored = asking.every((step) => quizOf(session, step.id).best !== null)
    const score = isScored ? bestScore(asking, session) : null
    const passed = isPassed(score, bundle.pass)
    const isComplete = steps.every((step) => isDone(bundle, session, step))
    return [
      {
        id,
        text,
        isComplete,
        score,
        success: passed === null ? null : passed ? 'passed' : 'failed',
      } as const,
    ]
  })
}
