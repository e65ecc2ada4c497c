import * as z from 'zod'
import { languageTag, recordId, title } from './base.ts'
import { behaviourSchema, usualBehaviour } from './behaviour.ts'

/** A microlearning module: one or two outcomes, a handful of steps, about five minutes. */
export const moduleSchema = z.strictObject({
  id: recordId,
  type: z.literal('module'),
  title,
  language: languageTag,
  /** The length the author intends, in minutes; null when not said. */
  minutes: z.number().positive().max(600).nullable(),
  outcomes: z.array(recordId),
  /** Percent of the quiz score needed to pass; null means completing it is enough. */
  pass: z.number().min(0).max(100).nullable(),
  theme: z.literal('default'),
  behaviour: behaviourSchema,
  steps: z.array(recordId),
})
export type Module = z.infer<typeof moduleSchema>

/** What a learner can do after a module. Its key (`O1`) is the last part of its id. */
export const outcomeSchema = z.strictObject({
  id: recordId,
  type: z.literal('outcome'),
  text: z.string().max(1000),
})
export type Outcome = z.infer<typeof outcomeSchema>

/** A new module without steps. */
export function createModule({
  id,
  title: name,
  language = 'en',
}: {
  id: string
  title: string
  language?: string
}): Module {
  return {
    id,
    type: 'module',
    title: name,
    language,
    minutes: null,
    outcomes: [],
    pass: null,
    theme: 'default',
    behaviour: usualBehaviour,
    steps: [],
  }
}
