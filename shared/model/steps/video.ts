import * as z from 'zod'
import { recordId } from '../base.ts'
import { richTextSchema } from '../richtext/schema.ts'
import { imageAssets, plainText } from '../richtext/text.ts'
import { type NewStep, newStepBase, type StepReferences, stepBase } from './base.ts'

/** A part of the original recording, in seconds from its start (millisecond precision); `end` is later than `start`. */
export const rangeSchema = z
  .strictObject({ start: z.number().min(0), end: z.number().positive() })
  .refine((range) => range.end > range.start, 'A range ends after it starts.')
export type Range = z.infer<typeof rangeSchema>

/** A video, trimmed to the ranges the author keeps. The original is never changed: cutting happens on preview and publish. */
export const videoStepSchema = z.strictObject({
  ...stepBase,
  kind: z.literal('video'),
  intro: richTextSchema,
  /** The asset of the original recording; null until one is chosen. */
  asset: recordId.nullable(),
  /** Ranges of the original, played in this order; empty means all of it. */
  keep: z.array(rangeSchema),
  /** The moment of the original (seconds) whose frame stands in before it plays; null means the first kept frame. */
  poster: z.number().min(0).nullable(),
  /** The asset of a WebVTT captions file, timed to the original; null means none. */
  captions: recordId.nullable(),
  /** Percent of the kept recording that must be watched for the step to be done; null: seeing the step is enough. */
  mustWatch: z.number().min(1).max(100).nullable(),
})
export type VideoStep = z.infer<typeof videoStepSchema>

export const videoKind = {
  kind: 'video' as const,
  schema: videoStepSchema,
  create: (step: NewStep): VideoStep => ({
    ...newStepBase(step),
    kind: 'video',
    intro: [],
    asset: null,
    keep: [],
    poster: null,
    captions: null,
    mustWatch: null,
  }),
  references: (step: VideoStep): StepReferences => ({
    children: [],
    assets: [
      ...imageAssets(step.intro),
      ...(step.asset ? [step.asset] : []),
      ...(step.captions ? [step.captions] : []),
    ],
  }),
  text: (step: VideoStep): string => plainText(step.intro),
}
