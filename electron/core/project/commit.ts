import type { ChangeEvent, History } from '../../../shared/contract/project.ts'
import { type Change, emptyChange, isEmptyChange } from '../../../shared/model/change.ts'
import { speakingOf } from './failures.ts'
import { requireSamePlace } from './folder.ts'
import { historyOf, type Tail, writeRedo, writeUndo } from './history.ts'
import type { Store } from './store.ts'
import { appendChange, type ChangeRow, startingRow } from './tables/changes.ts'
import { writeChange } from './tables/write-change.ts'

export type Edit = { label: string; change: Change; mergeKey?: string; by?: string }

/**
 * Saves an edit; on return it is on disk. Throws `conflict`, `rule-broken`, `project-gone`, `disk-full`, …; then nothing
 * has changed.
 */
export function commit(store: Store, edit: Edit): History {
  if (isEmptyChange(edit.change)) return historyOf(store.tail)
  return historyOf(save(store, () => writeEdit(store, edit))?.tail ?? store.tail)
}

/** Makes the project as it is now its beginning: undo stops here. */
export function startHistory(store: Store, label: string): void {
  save(store, () => {
    const seq = store.tail.newest.seq + 1
    const newest = startingRow({ seq, at: store.now(), label, kind: 'create' })
    appendChange(store.database, newest, emptyChange())
    const tail: Tail = { newest, undo: null, redo: null }
    return { tail, event: { ...historyOf(tail), change: emptyChange(), label, by: '' } }
  })
}

export function undo(store: Store, by = ''): ChangeEvent | null {
  return save(store, () => writeUndo(store, by))?.event ?? null
}

export function redo(store: Store, by = ''): ChangeEvent | null {
  return save(store, () => writeRedo(store, by))?.event ?? null
}

type Written = { tail: Tail; event: ChangeEvent }

/** Runs `write` in one transaction; when it is on disk, the memory of the stack follows and watchers hear of it. */
function save(store: Store, write: () => Written | null): Written | null {
  const { path, database, identity } = store
  requireSamePlace(path, identity)
  const written = speakingOf(path, () => database.transaction(write))
  if (!written) return null
  store.tail = written.tail
  store.idle.touch()
  store.watchers.tell(written.event)
  return written
}

function writeEdit(store: Store, { label, change, by = '', mergeKey }: Edit): Written {
  const { database, tail } = store
  writeChange(database, change)
  const seq = tail.newest.seq + 1
  const joined = mergeKey !== undefined && joins(store, mergeKey, by) ? tail.undo : null
  const newest: ChangeRow = {
    seq,
    at: store.now(),
    label,
    by,
    kind: 'edit',
    merge_key: mergeKey ?? null,
    step: joined ? joined.step : seq,
    below: joined ? joined.below : (tail.undo?.seq ?? null),
    undo_top: seq,
    redo_top: null,
  }
  appendChange(database, newest, change)
  const next: Tail = { newest, undo: newest, redo: null }
  return { tail: next, event: { ...historyOf(next), change, label, by } }
}

/** Whether an edit with `mergeKey` goes into the same undo step as the one before it: same key, same client, nothing between. */
function joins({ tail: { newest }, openedAtSeq }: Store, mergeKey: string, by: string): boolean {
  return (
    newest.kind === 'edit' &&
    newest.merge_key === mergeKey &&
    newest.by === by &&
    // A key is made by a page and means nothing to the next time the project is opened.
    newest.seq > openedAtSeq
  )
}
