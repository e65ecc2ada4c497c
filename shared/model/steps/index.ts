import * as z from 'zod'
import type { NewStep, StepReferences } from './base.ts'
import { pageKind } from './page.ts'
import { podcastKind } from './podcast.ts'
import { quizKind } from './quiz.ts'
import { videoKind } from './video.ts'

/** The registry of step kinds: a new kind is a file beside this one and a line here. */
export const stepKinds = [pageKind, videoKind, podcastKind, quizKind] as const

export const stepSchema = z.discriminatedUnion('kind', [
  stepKinds[0].schema,
  ...stepKinds.slice(1).map((kind) => kind.schema),
])

export type Step = ReturnType<(typeof stepKinds)[number]['create']>
export type StepKind = Step['kind']
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>

type AnyKind = {
  kind: StepKind
  create: (step: NewStep) => Step
  references: (step: Step) => StepReferences
  text: (step: Step) => string
}
const byKind = new Map(stepKinds.map((kind) => [kind.kind, kind as unknown as AnyKind]))

function kindOf(kind: StepKind): AnyKind {
  const found = byKind.get(kind)
  if (!found) throw new Error(`No step kind ${kind}`)
  return found
}

export function createStep(kind: StepKind, step: NewStep): Step {
  return kindOf(kind).create(step)
}

export function stepReferences(step: Step): StepReferences {
  return kindOf(step.kind).references(step)
}

/** The words inside a step (not its title), for search. */
export function stepText(step: Step): string {
  return kindOf(step.kind).text(step)
}
