import { produce } from 'immer'
import { type Change, emptyChange } from './change.ts'
import type { ProjectRecord, RecordMap } from './records.ts'

/** Records by id, free to be written: add by assigning, remove by deleting, change in place. */
export type Draft = Record<string, ProjectRecord>

/**
 * Runs `recipe` on a draft of `records` and returns what it changed, as one Change. Records the recipe did not touch are
 * not in it; a record written with an equal value is not either.
 */
export function edit(records: RecordMap, recipe: (draft: Draft) => void): Change {
  const before = records
  const after: RecordMap = produce(records as Draft, (draft) => {
    recipe(draft)
  })
  const change = emptyChange()
  if (after === before) return change
  for (const [id, record] of Object.entries(after)) {
    const old = before[id]
    if (!old) change.added[id] = record
    else if (old !== record && JSON.stringify(old) !== JSON.stringify(record))
      change.updated[id] = [old, record]
  }
  for (const [id, record] of Object.entries(before)) if (!(id in after)) change.removed[id] = record
  return change
}
