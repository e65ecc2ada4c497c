import { markQuestion, type QuestionResponse } from '../../../shared/activity/questions/index.ts'
import type { BundleQuestion } from '../../../shared/bundle/format.ts'

/** What a mark is in words: a key of the player's words and the name of an icon. */
export type Verdict = 'right' | 'partlyRight' | 'notRight'

export function verdictOf(question: BundleQuestion, response: QuestionResponse): Verdict {
  const { isCorrect, credit } = markQuestion(question, response)
  return isCorrect ? 'right' : credit > 0 ? 'partlyRight' : 'notRight'
}
