import type { Bundle } from '../../bundle/format.ts'
import { longestResponse } from '../questions/for-authors/index.ts'
import { questionsOf } from '../steps/index.ts'
import { segmentsOf } from './pack.ts'

/**
 * How many characters a learner's state takes when all of the module was seen and answered with the longest responses.
 * Above `suspendLimit` (4,096) SCORM 1.2 cannot keep all of it: the responses of some finished quizzes would be forgotten,
 * though never their scores.
 */
export function worstCaseSuspendLength(bundle: Bundle): number {
  const questions = bundle.steps.flatMap(questionsOf)
  const asking = bundle.steps.filter((step) => questionsOf(step).length > 0)
  return segmentsOf(bundle, {
    seed: 0,
    place: { step: null, question: null },
    visited: bundle.steps.map(({ id }) => id),
    responses: Object.fromEntries(questions.map((question) => [question.id, longestResponse(question)])),
    quizzes: Object.fromEntries(asking.map(({ id }) => [id, { attempt: 0, best: 0 }])),
    isComplete: true,
    hasPassed: true,
    best: 100,
  }).join('.').length
}
