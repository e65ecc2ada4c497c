import type { ProjectRecord } from '../../../shared/model/records.ts'
import type { StepKind } from '../../../shared/model/steps/index.ts'
import { stepEditorOf } from '../steps/index.ts'

/** What a series, module or step without a title is called. */
export function untitledName({ type, kind }: { type: string; kind: StepKind | null }): string {
  return `Untitled ${kind ? (stepEditorOf(kind)?.label ?? 'step').toLowerCase() : type}`
}

/** What a record is called on screen, also while it has no title. */
export function nameOf(record: ProjectRecord | undefined): string {
  if (!record) return ''
  if (record.type === 'asset') return record.name
  if (record.type === 'outcome') return record.text
  return (
    record.title || untitledName({ type: record.type, kind: record.type === 'step' ? record.kind : null })
  )
}
