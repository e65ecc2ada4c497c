import type { MarkableQuestion } from '../index.ts'
import { multipleResponseForAuthors } from './multiple-response.ts'
import { singleChoiceForAuthors } from './single-choice.ts'
import type { QuestionForAuthors } from './types.ts'

/** What authors are told of each kind of question: a new kind is a file beside this one and a line here. */
const kinds: {
  [Kind in MarkableQuestion['kind']]: QuestionForAuthors<Extract<MarkableQuestion, { kind: Kind }>>
} = {
  'single-choice': singleChoiceForAuthors,
  'multiple-response': multipleResponseForAuthors,
}

function kindOf(question: MarkableQuestion): QuestionForAuthors<MarkableQuestion> {
  return kinds[question.kind] as QuestionForAuthors<MarkableQuestion>
}

/** How a question is marked, in plain English, for authors: “The right choice earns 1 point. …”. */
export function markingInWords(question: MarkableQuestion): string {
  return kindOf(question).markingInWords(question)
}

/** The response that takes the most room when packed. */
export function longestResponse(question: MarkableQuestion): string[] {
  return kindOf(question).longestResponse(question)
}
