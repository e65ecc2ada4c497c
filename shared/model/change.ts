import * as z from 'zod'
import { type ProjectRecord, recordSchema } from './records.ts'

/**
 * One reversible difference of records. It is the edit, the undo step, the save and the broadcast, all at once.
 * Keys are record ids; `updated` holds `[from, to]`.
 */
export type Change = {
  added: Record<string, ProjectRecord>
  updated: Record<string, [from: ProjectRecord, to: ProjectRecord]>
  removed: Record<string, ProjectRecord>
}

export const changeSchema: z.ZodType<Change> = z.strictObject({
  added: z.record(z.string(), recordSchema),
  updated: z.record(z.string(), z.tuple([recordSchema, recordSchema])),
  removed: z.record(z.string(), recordSchema),
})

export function emptyChange(): Change {
  return { added: {}, updated: {}, removed: {} }
}

export function isEmptyChange(change: Change): boolean {
  return !hasKeys(change.added) && !hasKeys(change.updated) && !hasKeys(change.removed)
}

function hasKeys(object: object): boolean {
  for (const _ in object) return true
  return false
}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  const updated: Change['updated'] = {}
  for (const [id, [from, to]] of Object.entries(change.updated)) updated[id] = [to, from]
  return { added: change.removed, updated, removed: change.added }
}

/** One change with the effect of `changes` in order. A record added and removed again leaves no trace. */
export function squash(changes: readonly Change[]): Change {
  const result = emptyChange()
  for (const change of changes) {
    for (const [id, record] of Object.entries(change.added)) {
      const before = result.removed[id]
      if (before) {
        delete result.removed[id]
        result.updated[id] = [before, record]
      } else result.added[id] = record
    }
    for (const [id, [from, to]] of Object.entries(change.updated)) {
      if (result.added[id]) result.added[id] = to
      else result.updated[id] = [result.updated[id]?.[0] ?? from, to]
    }
    for (const [id, record] of Object.entries(change.removed)) {
      if (result.added[id]) delete result.added[id]
      else {
        result.removed[id] = result.updated[id]?.[0] ?? record
        delete result.updated[id]
      }
    }
  }
  return result
}

/** `records` with `change` made. `records` itself is left as it is; untouched records keep their identity. */
export function applyChange<Records extends Record<string, ProjectRecord>>(
  records: Records,
  change: Change,
): Record<string, ProjectRecord> {
  const next: Record<string, ProjectRecord> = { ...records, ...change.added }
  for (const [id, [, to]] of Object.entries(change.updated)) next[id] = to
  for (const id of Object.keys(change.removed)) delete next[id]
  return next
}
