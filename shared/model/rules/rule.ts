import type { Dictionary } from '../../podcast/spoken-script.ts'
import type { Asset } from '../asset.ts'
import type { Finding } from '../finding.ts'
import type { Module, Outcome } from '../module.ts'
import { type Project, projectId } from '../project.ts'
import type { Question } from '../questions/index.ts'
import type { ProjectRecord, RecordOf, RecordType } from '../records.ts'
import type { Step, StepKind, StepOf } from '../steps/index.ts'

/** One check across the records of a module. It returns what it finds and never throws for what an author wrote. */
export type Rule = (subject: Subject) => Finding[]

/** A module and what belongs to it, as rules look at it. */
export type Subject = {
  module: Module
  /** The LMS the project is made for. */
  target: Project['target']
  /** How the project's podcasts say words that voices get wrong. */
  pronunciation: Dictionary
  outcomes: Outcome[]
  /** In the module's order. */
  steps: Step[]
  /** Every question, in order, with the step that asks it. */
  questions: { question: Question; step: Step }[]
  asset: (id: string) => Asset | null
}

/**
 * Looks `moduleId` up in `records`, which must hold what it owns and the assets it shows, and may hold the project, which says
 * what LMS it is made for; null when it is not there.
 */
export function subjectOf(records: readonly ProjectRecord[], moduleId: string): Subject | null {
  const byId = new Map(records.map((record) => [record.id, record]))
  const find = <Type extends RecordType>(type: Type, id: string): RecordOf<Type>[] => {
    const record = byId.get(id)
    return record?.type === type ? [record as RecordOf<Type>] : []
  }
  const [module] = find('module', moduleId)
  if (!module) return null
  const steps = module.steps.flatMap((id) => find('step', id))
  const [project] = find('project', projectId)
  return {
    module,
    target: project?.target ?? 'generic',
    pronunciation: project?.pronunciation ?? {},
    outcomes: module.outcomes.flatMap((id) => find('outcome', id)),
    steps,
    questions: steps.flatMap((step) =>
      (step.kind === 'quiz' ? step.questions : []).flatMap((id) =>
        find('question', id).map((question) => ({ question, step })),
      ),
    ),
    asset: (id) => find('asset', id)[0] ?? null,
  }
}

export function stepsOfKind<Kind extends StepKind>({ steps }: Subject, kind: Kind): StepOf<Kind>[] {
  return steps.filter((step): step is StepOf<Kind> => step.kind === kind)
}

type Place = { step?: Step; record?: { id: string } }

/** A finding about `module`, or, when given, about one of its steps or a record in it. */
export function finding(
  { module }: Subject,
  severity: Finding['severity'],
  rule: string,
  message: string,
  { step, record }: Place = {},
): Finding {
  return {
    severity,
    rule,
    where: { module: module.id, step: step?.id ?? null, record: record?.id ?? null },
    message,
  }
}
