import {
  markQuestion,
  type QuestionResponse,
  rightResponses,
} from '../../../shared/activity/questions/index.ts'
import type { BundleQuestion } from '../../../shared/bundle/format.ts'

/** What a mark is in words: a key of the player's words and the name of an icon. */
export type Verdict = 'right' | 'partlyRight' | 'notRight'

export function verdictOf(question: BundleQuestion, response: QuestionResponse): Verdict {
  const { isCorrect, credit } = markQuestion(question, response)
  return isCorrect ? 'right' : credit > 0 ? 'partlyRight' : 'notRight'
}

/** What to say of one choice once the question is checked: of a chosen one its worth, of a missed one that it was right. */
export function choiceVerdict(
  question: BundleQuestion,
  response: QuestionResponse,
  id: string,
): Verdict | 'rightAnswer' | null {
  const isRight = rightResponses(question).some((right) => right.includes(id))
  if (!response.includes(id)) return isRight ? 'rightAnswer' : null
  if (isRight) return 'right'
  const credit = question.choices.find((choice) => choice.id === id)?.credit ?? 0
  return credit > 0 ? 'partlyRight' : 'notRight'
}
