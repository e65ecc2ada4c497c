import * as z from 'zod'
import { type Asset, assetSchema } from './asset.ts'
import { type Module, moduleSchema, type Outcome, outcomeSchema } from './module.ts'
import { type Project, projectSchema } from './project.ts'
import { type Question, questionReferences, questionSchema, questionText } from './questions/index.ts'
import { type Series, seriesSchema } from './series.ts'
import { type Step, stepReferences, stepSchema, stepText } from './steps/index.ts'

/** Any record of a project. */
export type ProjectRecord = Project | Series | Module | Outcome | Step | Question | Asset
export type RecordType = ProjectRecord['type']
export type RecordOf<Type extends RecordType> = Extract<ProjectRecord, { type: Type }>
export type RecordMap = Readonly<Record<string, ProjectRecord>>

type TypeRow<R extends ProjectRecord> = {
  schema: z.ZodType<R>
  /** Records that live and die with this one, in order. */
  children: (record: R) => string[]
  /** Records this one shows or names, but does not own. */
  uses: (record: R) => string[]
  /** Title and words, for search; null for records that are not searched. */
  search: (record: R) => { title: string; text: string } | null
}

/** The registry of record types: a new type is a schema file and a row here. */
const types: { [Type in RecordType]: TypeRow<RecordOf<Type>> } = {
  project: {
    schema: projectSchema,
    children: (project) => project.series,
    uses: () => [],
    search: () => null,
  },
  series: {
    schema: seriesSchema,
    children: (series) => series.modules,
    uses: () => [],
    search: (series) => ({ title: series.title, text: '' }),
  },
  module: {
    schema: moduleSchema,
    children: (module) => [...module.outcomes, ...module.steps],
    uses: () => [],
    search: (module) => ({ title: module.title, text: '' }),
  },
  outcome: {
    schema: outcomeSchema,
    children: () => [],
    uses: () => [],
    search: (outcome) => ({ title: '', text: outcome.text }),
  },
  step: {
    schema: stepSchema as z.ZodType<Step>,
    children: (step) => stepReferences(step).children,
    uses: (step) => [...stepReferences(step).assets, ...(step.outcome ? [step.outcome] : [])],
    search: (step) => ({ title: step.title, text: stepText(step) }),
  },
  question: {
    schema: questionSchema as z.ZodType<Question>,
    children: () => [],
    uses: (question) => questionReferences(question).assets,
    search: (question) => ({ title: question.title, text: questionText(question) }),
  },
  asset: {
    schema: assetSchema,
    children: () => [],
    uses: () => [],
    search: (asset) => ({ title: asset.name, text: '' }),
  },
}

export const recordTypes = Object.keys(types) as RecordType[]

function rowOf(record: ProjectRecord): TypeRow<ProjectRecord> {
  return types[record.type] as unknown as TypeRow<ProjectRecord>
}

/** Any valid record; refuses unknown types and unknown fields. */
export const recordSchema: z.ZodType<ProjectRecord> = z
  .looseObject({ type: z.enum(recordTypes as [RecordType, ...RecordType[]]) })
  .transform((value, context) => {
    const parsed = types[value.type].schema.safeParse(value)
    if (parsed.success) return parsed.data as ProjectRecord
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
    return z.NEVER
  })

/** Ids of the records that live and die with `record`, in order. */
export function childrenOf(record: ProjectRecord): string[] {
  return rowOf(record).children(record)
}

/** Ids of the records that `record` shows or names without owning them (assets, outcomes). */
export function usesOf(record: ProjectRecord): string[] {
  return rowOf(record).uses(record)
}

/** What search indexes of `record`, or null when it is not searched. */
export function searchTextOf(record: ProjectRecord): { title: string; text: string } | null {
  return rowOf(record).search(record)
}
