import type { History, OpenedProject } from '../../../shared/contract/project.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { applyChange } from '../../../shared/model/change.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import type { PendingEdit } from './pending.ts'
import type { Selection } from './places.ts'

/** An edit that could not be saved. */
export type SaveFailure = {
  error: StudioError
  /** What the edit was called. */
  label: string
  /** Whether the edit is kept and can be tried again; otherwise what is stored is shown again. */
  isKept: boolean
}

/** The open project as this window sees it. */
export type DocumentState = {
  opened: OpenedProject
  /** What is on disk, as far as it was loaded. */
  stored: RecordMap
  /** What the window shows: `stored` with the edits on their way. */
  records: RecordMap
  /** Edits that are not on disk yet, in order. The first `sending` of them are being saved. */
  pending: readonly PendingEdit[]
  sending: number
  history: History
  /** The ids of the modules whose steps are here. */
  loaded: ReadonlySet<string>
  selection: Selection
  failure: SaveFailure | null
}

/** What the screen may say about saving; true at every moment. */
export type Saving = 'saved' | 'saving' | 'not-saved'

export function savingOf({ pending, failure }: DocumentState): Saving {
  if (pending.length === 0) return 'saved'
  return failure?.isKept ? 'not-saved' : 'saving'
}

/** What undo would take back and redo bring again, with the edits on their way counted in. */
export function undoLabels({ pending, history }: DocumentState): {
  undo: string | null
  redo: string | null
} {
  const last = pending.at(-1)
  return last ? { undo: last.label, redo: null } : { undo: history.undo, redo: history.redo }
}

/** `stored` with the edits on their way made. */
export function shown(stored: RecordMap, pending: readonly PendingEdit[]): RecordMap {
  return pending.reduce<RecordMap>((records, { change }) => applyChange(records, change), stored)
}
