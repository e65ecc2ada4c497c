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

/** One record naming another: which, of what type it must be, and whether it lives and dies with the one that names it. */
export type Reference = { id: string; type: RecordType; isOwned: boolean }

const owns = (type: RecordType, ids: readonly string[]): Reference[] =>
  ids.map((id) => ({ id, type, isOwned: true }))
const shows = (type: RecordType, ids: readonly string[]): Reference[] =>
  ids.map((id) => ({ id, type, isOwned: false }))

type TypeRow<R extends ProjectRecord> = {
  schema: z.ZodType<R>
  /** Whether it stands on its own. Every other record has exactly one record that owns it. */
  isRoot: boolean
  /** The records this one owns, in order, and those it only shows or names. */
  references: (record: R) => Reference[]
  /** Title and words, for search; null for records that are not searched. */
  search: (record: R) => { title: string; text: string } | null
}

/** The registry of record types: a new type is a schema file and a row here. */
const types: { [Type in RecordType]: TypeRow<RecordOf<Type>> } = {
  project: {
    schema: projectSchema,
    isRoot: true,
    references: (project) => owns('series', project.series),
    search: () => null,
  },
  series: {
    schema: seriesSchema,
    isRoot: false,
    references: (series) => owns('module', series.modules),
    search: (series) => ({ title: series.title, text: '' }),
  },
  module: {
    schema: moduleSchema,
    isRoot: false,
    references: (module) => [...owns('outcome', module.outcomes), ...owns('step', module.steps)],
    search: (module) => ({ title: module.title, text: '' }),
  },
  outcome: {
    schema: outcomeSchema,
    isRoot: false,
    references: () => [],
    search: (outcome) => ({ title: '', text: outcome.text }),
  },
  step: {
    schema: stepSchema as z.ZodType<Step>,
    isRoot: false,
    references: (step) => {
      const { children, assets } = stepReferences(step)
      return [
        ...owns('question', children),
        ...shows('asset', assets),
        ...shows('outcome', step.outcome ? [step.outcome] : []),
      ]
    },
    search: (step) => ({ title: step.title, text: stepText(step) }),
  },
  question: {
    schema: questionSchema as z.ZodType<Question>,
    isRoot: false,
    references: (question) => shows('asset', questionReferences(question).assets),
    search: (question) => ({ title: question.title, text: questionText(question) }),
  },
  asset: {
    schema: assetSchema,
    isRoot: true,
    references: () => [],
    search: (asset) => ({ title: asset.name, text: '' }),
  },
}

export const recordTypes = Object.keys(types) as RecordType[]

function rowOf(record: ProjectRecord): TypeRow<ProjectRecord> {
  return types[record.type] as unknown as TypeRow<ProjectRecord>
}

/** What every record has, for the sentence about what is none. */
const typedSchema = z.looseObject({ type: z.enum(recordTypes as [RecordType, ...RecordType[]]) })

/** Any valid record; refuses unknown types and unknown fields. Looked at once: each record of a project comes through here. */
export const recordSchema: z.ZodType<ProjectRecord> = z.unknown().transform((value, context) => {
  const schema = schemaFor(value) ?? typedSchema
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data as ProjectRecord
  for (const issue of parsed.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
  return z.NEVER
})

function schemaFor(value: unknown): z.ZodType<ProjectRecord> | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const { type } = value
  return typeof type === 'string' && Object.hasOwn(types, type) ? types[type as RecordType].schema : null
}

/** Every record that `record` names: first those it owns, in order, then those it shows. */
export function referencesOf(record: ProjectRecord): Reference[] {
  return rowOf(record).references(record)
}

/** Whether `record` stands on its own; every other one has exactly one owner. */
export function isRoot(record: ProjectRecord): boolean {
  return rowOf(record).isRoot
}

/** Ids of the records that live and die with `record`, in order. */
export function childrenOf(record: ProjectRecord): string[] {
  return referencesOf(record).flatMap(({ id, isOwned }) => (isOwned ? [id] : []))
}

/** Ids of the records that `record` shows or names without owning them (assets, outcomes). */
export function usesOf(record: ProjectRecord): string[] {
  return referencesOf(record).flatMap(({ id, isOwned }) => (isOwned ? [] : [id]))
}

/** What search indexes of `record`, or null when it is not searched. */
export function searchTextOf(record: ProjectRecord): { title: string; text: string } | null {
  return rowOf(record).search(record)
}
