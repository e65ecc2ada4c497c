/**
 * What a learner answered, as a list of short words: choice ids for questions with choices. The order means nothing
 * unless a kind of question says so.
 */
export type QuestionResponse = readonly string[]

export type Mark = {
  /** The part of the question's points that was earned, 0 to 1. */
  credit: number
  /** Whether the response is a right response. Credit can be earned without being right. */
  isCorrect: boolean
}

/** What SCORM calls the kinds of interaction; 1.2 takes `long-fill-in` and `other` for `fill-in`. */
export type InteractionType =
  | 'choice'
  | 'true-false'
  | 'fill-in'
  | 'long-fill-in'
  | 'matching'
  | 'sequencing'
  | 'numeric'
  | 'likert'
  | 'performance'
  | 'other'

/** What player, studio and core need to know of one kind of question. Pure. */
export type QuestionActivity<Question> = {
  mark: (question: Question, response: QuestionResponse) => Mark
  /** Every response that counts as right. */
  rightResponses: (question: Question) => string[][]
  /** Whether there is enough in the response to be marked. */
  isComplete: (question: Question, response: QuestionResponse) => boolean
  /** The response without what the question no longer offers; what an author took away, nobody chose. */
  keepKnown: (question: Question, response: QuestionResponse) => string[]
  /** The response in a few characters of `A-Z a-z 0-9 - _`, the same whatever the author adds or reorders. */
  pack: (response: QuestionResponse) => string
  /** The packed response; null when it is not one. */
  unpack: (packed: string) => string[] | null
  interactionType: InteractionType
}
