import { interactionType, markQuestion, rightResponses } from '../../../shared/activity/questions/index.ts'
import { stepAsking } from '../../../shared/activity/steps/index.ts'
import type { Bundle, BundleQuestion } from '../../../shared/bundle/format.ts'
import type { Interaction } from './types.ts'

/** A question in plain words: what it asks, and each of its choices. */
export type QuestionWords = Pick<Interaction, 'description' | 'choices'>

/** A checked question as record keepers are told of it. `words` are as the page says them. */
export function interactionOf(
  bundle: Bundle,
  question: BundleQuestion,
  { response, seconds, words }: { response: readonly string[]; seconds: number; words: QuestionWords },
): Interaction {
  const { isCorrect, credit } = markQuestion(question, response)
  return {
    question: question.id,
    ...words,
    type: interactionType(question),
    response,
    right: rightResponses(question),
    isCorrect,
    points: question.points,
    credit,
    objective: stepAsking(bundle, question)?.outcome ?? null,
    seconds,
  }
}
