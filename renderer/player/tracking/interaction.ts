import { interactionType, markQuestion, rightResponses } from '../../../shared/activity/questions/index.ts'
import { stepAsking } from '../../../shared/activity/steps/index.ts'
import type { Bundle, BundleQuestion } from '../../../shared/bundle/format.ts'
import type { Interaction } from './types.ts'

/** A checked question as record keepers are told of it. */
export function interactionOf(
  bundle: Bundle,
  question: BundleQuestion,
  response: readonly string[],
  seconds: number,
): Interaction {
  const { isCorrect, credit } = markQuestion(question, response)
  return {
    question: question.id,
    description: plainWords(question.stem),
    type: interactionType(question),
    response,
    right: rightResponses(question),
    isCorrect,
    choices: question.choices.map(({ id, html }) => ({ id, words: plainWords(html) })),
    points: question.points,
    credit,
    objective: stepAsking(bundle, question)?.outcome ?? null,
    seconds,
  }
}

/** What compiled HTML says. The document it is parsed in runs and loads nothing. */
function plainWords(html: string): string {
  const { textContent } = new DOMParser().parseFromString(html, 'text/html').body
  return (textContent ?? '').replace(/\s+/g, ' ').trim()
}
