import * as z from 'zod'
import { recordId } from '../base.ts'
import { richTextSchema } from '../richtext/schema.ts'
import { imageAssets, plainText } from '../richtext/text.ts'
import { type NewStep, newStepBase, type StepReferences, stepBase } from './base.ts'

/** A quiz: questions in order (question records, children of this step). */
export const quizStepSchema = z.strictObject({
  ...stepBase,
  kind: z.literal('quiz'),
  intro: richTextSchema,
  questions: z.array(recordId),
  /** Whether each learner meets the questions in an order of their own. */
  shuffleQuestions: z.boolean(),
})
export type QuizStep = z.infer<typeof quizStepSchema>

export const quizKind = {
  kind: 'quiz' as const,
  schema: quizStepSchema,
  create: (step: NewStep): QuizStep => ({
    ...newStepBase(step),
    kind: 'quiz',
    intro: [],
    questions: [],
    shuffleQuestions: false,
  }),
  references: (step: QuizStep): StepReferences => ({
    children: step.questions,
    assets: imageAssets(step.intro),
  }),
  text: (step: QuizStep): string => plainText(step.intro),
}
