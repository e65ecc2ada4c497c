import type { ChangeEvent, History } from '../../../shared/contract/project.ts'
import { type Change, invert, squash } from '../../../shared/model/change.ts'
import type { Database } from './driver.ts'
import { DamagedContent } from './failures.ts'
import type { Store } from './store.ts'
import { appendChange, type ChangeRow, changesBetween, findChange, newestChange } from './tables/changes.ts'
import { writeChange } from './tables/write-change.ts'

/** The newest row, and the rows that undo and redo would take next. */
export type Tail = { newest: ChangeRow; undo: ChangeRow | null; redo: ChangeRow | null }

export function readTail(database: Database): Tail {
  const newest = newestChange(database)
  if (!newest) throw new DamagedContent('its history is empty')
  return {
    newest,
    undo: findChange(database, newest.undo_top),
    redo: findChange(database, newest.redo_top),
  }
}

export function historyOf({ newest, undo, redo }: Tail): History {
  return { seq: newest.seq, undo: undo?.label ?? null, redo: redo?.label ?? null }
}

/** Takes the newest step back; null when there is none. Runs inside a transaction. */
export function writeUndo(store: Store, by: string): { tail: Tail; event: ChangeEvent } | null {
  const { database, tail } = store
  const { undo, redo } = tail
  if (!undo) return null
  const change = invert(squash(changesBetween(database, undo.step, undo.seq)))
  const seq = tail.newest.seq + 1
  return append(store, change, {
    ...row(store, seq, undo.label, by),
    kind: 'undo',
    below: redo?.seq ?? null,
    undo_top: undo.below,
    redo_top: seq,
  })
}

/** Makes the step last taken back again; null when there is none. Runs inside a transaction. */
export function writeRedo(store: Store, by: string): { tail: Tail; event: ChangeEvent } | null {
  const { database, tail } = store
  const { undo, redo } = tail
  if (!redo) return null
  const change = invert(squash(changesBetween(database, redo.seq, redo.seq)))
  const seq = tail.newest.seq + 1
  return append(store, change, {
    ...row(store, seq, redo.label, by),
    kind: 'redo',
    below: undo?.seq ?? null,
    undo_top: seq,
    redo_top: redo.below,
  })
}

function row(store: Store, seq: number, label: string, by: string) {
  return { seq, at: store.now(), label, by, merge_key: null, step: seq }
}

function append(store: Store, change: Change, newest: ChangeRow): { tail: Tail; event: ChangeEvent } {
  const { database } = store
  writeChange(database, change)
  appendChange(database, newest, change)
  const at = (seq: number | null) => (seq === newest.seq ? newest : findChange(database, seq))
  const tail: Tail = { newest, undo: at(newest.undo_top), redo: at(newest.redo_top) }
  return { tail, event: { ...historyOf(tail), change, label: newest.label, by: newest.by } }
}
