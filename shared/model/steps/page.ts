import * as z from 'zod'
import { richTextSchema } from '../richtext/schema.ts'
import { imageAssets, plainText } from '../richtext/text.ts'
import { type NewStep, newStepBase, type StepReferences, stepBase } from './base.ts'

/** A text page: what a learner reads. */
export const pageStepSchema = z.strictObject({ ...stepBase, kind: z.literal('page'), body: richTextSchema })
export type PageStep = z.infer<typeof pageStepSchema>

export const pageKind = {
  kind: 'page' as const,
  schema: pageStepSchema,
  create: (step: NewStep): PageStep => ({ ...newStepBase(step), kind: 'page', body: [] }),
  references: (step: PageStep): StepReferences => ({ children: [], assets: imageAssets(step.body) }),
  text: (step: PageStep): string => plainText(step.body),
}
