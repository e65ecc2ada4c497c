import * as z from 'zod'
import { recordId, title } from '../base.ts'

/** What every step has, whatever its kind. A kind extends this with a literal `kind` and its own fields. */
export const stepBase = {
  id: recordId,
  type: z.literal('step'),
  title,
  /** The outcome this step serves, or null. */
  outcome: recordId.nullable(),
  /** Steps of a module that share this name teach the same thing in several formats; the learner picks one. */
  alternatives: z.string().max(60).nullable(),
}

/** `language` is the module's (BCP 47), for steps that speak. */
export type NewStep = { id: string; title: string; language?: string }

/** The common fields of a new step. */
export function newStepBase({ id, title: name }: NewStep) {
  return { id, type: 'step' as const, title: name, outcome: null, alternatives: null }
}

/** What a step refers to: its own child records (they live and die with it) and the assets it shows. */
export type StepReferences = { children: string[]; assets: string[] }
