import { childId, keyWithin } from '../ids.ts'
import type { Draft } from './edit.ts'
import { childrenOf, type ProjectRecord, type RecordMap } from './records.ts'

/** `id` and all records it owns, parents before children. Records that are not at hand are left out. */
export function subtreeOf(records: RecordMap, id: string): ProjectRecord[] {
  const record = records[id]
  if (!record) return []
  return [record, ...childrenOf(record).flatMap((child) => subtreeOf(records, child))]
}

/** Removes `id` with all it owns. Its parent still names it: take it out there too. */
export function removeSubtree(draft: Draft, id: string): void {
  for (const record of subtreeOf(draft, id)) delete draft[record.id]
}

/**
 * Copies `id` with all it owns under new ids, and returns the copy of the root. Children keep their keys inside the new
 * parent; what is used without being owned (assets, outcomes of another module) is shared. Put the copy's id into a parent.
 */
export function copySubtree(draft: Draft, id: string, newId: string): ProjectRecord | null {
  const ids = new Map<string, string>([[id, newId]])
  const originals = subtreeOf(draft, id)
  for (const original of originals)
    for (const child of childrenOf(original)) ids.set(child, newChildId(ids, original.id, child))
  for (const original of originals) {
    const copy = withIds(original, ids) as ProjectRecord
    draft[copy.id] = copy
  }
  return draft[newId] ?? null
}

function newChildId(ids: ReadonlyMap<string, string>, parent: string, child: string): string {
  const newParent = ids.get(parent) ?? parent
  const key = keyWithin(parent, child)
  return key === child ? childId(newParent) : childId(newParent, key)
}

/** `value` with every id of `ids` replaced; the words of titles and texts are left alone. */
function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, wordFields.has(key) ? item : withIds(item, ids)]),
  )
}

const wordFields: ReadonlySet<string> = new Set(
  'title text alt href name alternatives speaker voice author licence pronunciation'.split(' '),
)
