/** What authors are told of one kind of question. Apart from its marking, so that learners do not load it. */
export type QuestionForAuthors<Question> = {
  /** How the question is marked, in plain English. */
  markingInWords: (question: Question) => string
  /** The response that takes the most room when packed. */
  longestResponse: (question: Question) => string[]
}
