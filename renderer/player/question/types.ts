import type { BundleQuestion } from '../../../shared/bundle/format.ts'
import type { Words } from '../words/words.ts'

/** What the view of a question lends the part in which the learner answers. */
export type ResponseViewProps<Question extends BundleQuestion> = {
  question: Question
  response: readonly string[]
  /** Whether it was marked: from then on it only shows. */
  isChecked: boolean
  onRespond: (response: readonly string[]) => void
  /** The id of the element that holds the question's words. */
  labelledBy: string
  words: Words
}
