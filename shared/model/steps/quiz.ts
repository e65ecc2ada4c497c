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
  /** Percent of the quiz's points needed for the step to be done; null: answering every question is enough. */
  mustScore: z.number().min(1).max(100).nullable(),
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
    mustScore: null,
  }),
  references: (step: QuizStep): StepReferences => ({
    children: step.questions,
    assets: imageAssets(step.intro),
  }),
  text: (step: QuizStep): string => plainText(step.intro),
}
