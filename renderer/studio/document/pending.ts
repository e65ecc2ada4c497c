import { type Change, isEmptyChange, squash } from '../../../shared/model/change.ts'

/** An edit that shows already but is not on disk yet. */
export type PendingEdit = {
  label: string
  change: Change
  /** The undo step it joins; null stands alone. */
  mergeKey: string | null
}

/** `queue` with `edit` at its end; joined to the last one when both go into the same undo step. */
export function enqueue(queue: readonly PendingEdit[], edit: PendingEdit): PendingEdit[] {
  const last = queue.at(-1)
  if (!last || edit.mergeKey === null || last.mergeKey !== edit.mergeKey) return [...queue, edit]
  const change = squash([last.change, edit.change])
  const rest = queue.slice(0, -1)
  return isEmptyChange(change) ? rest : [...rest, { ...edit, change }]
}

/** `queue` without the edits that touch a record of `refused`: they were made on top of something that was not saved. */
export function withoutDependents(queue: readonly PendingEdit[], refused: Change): PendingEdit[] {
  const touched = new Set(idsOf(refused))
  return queue.filter(({ change }) => {
    const ids = idsOf(change)
    if (!ids.some((id) => touched.has(id))) return true
    for (const id of ids) touched.add(id)
    return false
  })
}

/** The ids of all records a change touches. */
export function idsOf(change: Change): string[] {
  return [...Object.keys(change.added), ...Object.keys(change.updated), ...Object.keys(change.removed)]
}
