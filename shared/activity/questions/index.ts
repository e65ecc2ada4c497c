import { type MarkableMultipleResponse, multipleResponse } from './multiple-response.ts'
import { type MarkableSingleChoice, singleChoice } from './single-choice.ts'
import type { InteractionType, Mark, QuestionActivity, QuestionResponse } from './types.ts'

export type { Mark, QuestionResponse } from './types.ts'

/** A question as marking sees it: a question record and a question of a bundle both fit. */
export type MarkableQuestion = MarkableSingleChoice | MarkableMultipleResponse

/** How each kind of question is marked: a new kind is a file beside this one and a line here. */
const activities: {
  [Kind in MarkableQuestion['kind']]: QuestionActivity<Extract<MarkableQuestion, { kind: Kind }>>
} = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
}

function activityOf(question: MarkableQuestion): QuestionActivity<MarkableQuestion> {
  return activities[question.kind] as QuestionActivity<MarkableQuestion>
}

/** What a response is worth: credit from 0 to 1, and whether it is right. */
export function markQuestion(question: MarkableQuestion, response: QuestionResponse): Mark {
  return activityOf(question).mark(question, response)
}

/** Every response that counts as right. */
export function rightResponses(question: MarkableQuestion): string[][] {
  return activityOf(question).rightResponses(question)
}

/** Whether there is enough in the response to be marked. */
export function isCompleteResponse(question: MarkableQuestion, response: QuestionResponse): boolean {
  return activityOf(question).isComplete(question, response)
}

/** The response without what the question no longer offers. */
export function keepKnownResponse(question: MarkableQuestion, response: QuestionResponse): string[] {
  return activityOf(question).keepKnown(question, response)
}

/** A response in a few characters of `A-Z a-z 0-9 - _`. */
export function packResponse(question: MarkableQuestion, response: QuestionResponse): string {
  return activityOf(question).pack(response)
}

/** A packed response as far as the question still offers it; null when nothing of it is left. */
export function unpackResponse(question: MarkableQuestion, packed: string): string[] | null {
  const activity = activityOf(question)
  const response = activity.unpack(packed)
  if (!response) return null
  const known = activity.keepKnown(question, response)
  return activity.isComplete(question, known) ? known : null
}

/** What SCORM calls this kind of question. */
export function interactionType(question: MarkableQuestion): InteractionType {
  return activityOf(question).interactionType
}
