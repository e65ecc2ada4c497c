import * as z from 'zod'
import { choicesSchema, newChoice, type NewQuestion, newQuestionBase, questionBase } from './base.ts'
import { choiceQuestionReferences, choiceQuestionText } from './choices.ts'

/** Pick one. The mark is the credit of the choice picked, never below 0; right means 100. True/false is one of these. */
export const singleChoiceSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('single-choice'),
  choices: choicesSchema,
  /** Whether each learner meets the choices in an order of their own. */
  shuffle: z.boolean(),
})
export type SingleChoice = z.infer<typeof singleChoiceSchema>

export const singleChoiceKind = {
  kind: 'single-choice' as const,
  schema: singleChoiceSchema,
  create: (question: NewQuestion): SingleChoice => ({
    ...newQuestionBase(question),
    kind: 'single-choice',
    choices: [newChoice('a', 100), newChoice('b'), newChoice('c')],
    shuffle: true,
  }),
  references: choiceQuestionReferences,
  text: choiceQuestionText,
}
