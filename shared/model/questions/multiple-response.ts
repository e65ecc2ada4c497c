import * as z from 'zod'
import { choicesSchema, newChoice, type NewQuestion, newQuestionBase, questionBase } from './base.ts'
import { choiceQuestionReferences, choiceQuestionText } from './choices.ts'

/**
 * Pick all that apply. `all-or-nothing`: full mark for exactly the choices with credit above 0, otherwise none.
 * `per-choice`: the sum of the credits picked, between 0 and 100.
 */
export const multipleResponseSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('multiple-response'),
  choices: choicesSchema,
  shuffle: z.boolean(),
  marking: z.enum(['all-or-nothing', 'per-choice']),
})
export type MultipleResponse = z.infer<typeof multipleResponseSchema>

export const multipleResponseKind = {
  kind: 'multiple-response' as const,
  schema: multipleResponseSchema,
  create: (question: NewQuestion): MultipleResponse => ({
    ...newQuestionBase(question),
    kind: 'multiple-response',
    choices: [newChoice('a', 50), newChoice('b', 50), newChoice('c')],
    shuffle: true,
    marking: 'all-or-nothing',
  }),
  references: choiceQuestionReferences,
  text: choiceQuestionText,
}
