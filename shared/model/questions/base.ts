import * as z from 'zod'
import { recordId, title } from '../base.ts'
import { inlineTextSchema, richTextSchema } from '../richtext/schema.ts'

/** What every question has, whatever its kind. */
export const questionBase = {
  id: recordId,
  type: z.literal('question'),
  /** A short name for the author's lists and reports; may be empty. */
  title,
  stem: richTextSchema,
  /** What the question weighs in the quiz: its full mark. */
  points: z.number().min(0).max(1000),
  /** Shown after any answer; may be empty. */
  feedback: inlineTextSchema,
}

/** One choice. Its id is one character `0-9a-z`: SCORM 1.2 takes nothing longer in a response. */
export const choiceSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-z]$/),
  text: inlineTextSchema,
  /** Percent of the question's points that choosing it earns: 100 for the right one, negative to deduct. */
  credit: z.number().min(-100).max(100),
  /** Shown to the learner who chose it; may be empty. */
  feedback: inlineTextSchema,
})
export type Choice = z.infer<typeof choiceSchema>

/** The ids a question's choices can have, in the order they are given out; 36 choices at most. */
export const choiceIds = [...'abcdefghijklmnopqrstuvwxyz0123456789']

/** The first choice id that is not in use, or null when all 36 are. */
export function nextChoiceId(choices: readonly { id: string }[]): string | null {
  return choiceIds.find((id) => choices.every((choice) => choice.id !== id)) ?? null
}

const uniqueIds = (choices: readonly { id: string }[]) =>
  new Set(choices.map((choice) => choice.id)).size === choices.length
export const choicesSchema = z
  .array(choiceSchema)
  .max(36)
  .refine(uniqueIds, 'Each choice has an id of its own.')

export type NewQuestion = { id: string }
export function newQuestionBase({ id }: NewQuestion) {
  return { id, type: 'question' as const, title: '', stem: [], points: 1, feedback: [] }
}

/** A new, empty choice. */
export function newChoice(id: string, credit = 0): Choice {
  return { id, text: [], credit, feedback: [] }
}
