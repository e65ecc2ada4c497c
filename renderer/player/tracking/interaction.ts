import { interactionType, markQuestion, rightResponses } from '../../../shared/activity/questions/index.ts'
import type { BundleQuestion } from '../../../shared/bundle/format.ts'
import type { Interaction } from './types.ts'

/** A checked question as record keepers are told of it. */
export function interactionOf(
  question: BundleQuestion,
  response: readonly string[],
  seconds: number,
): Interaction {
  return {
    question: question.id,
    type: interactionType(question),
    response,
    right: rightResponses(question),
    isCorrect: markQuestion(question, response).isCorrect,
    points: question.points,
    seconds,
  }
}
