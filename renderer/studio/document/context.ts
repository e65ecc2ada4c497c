import type { StoreApi } from 'zustand/vanilla'
import type { ChangeEvent } from '../../../shared/contract/project.ts'
import type { StudioClient } from '../../../shared/contract/index.ts'
import { applyChange } from '../../../shared/model/change.ts'
import type { ProjectRecord, RecordMap } from '../../../shared/model/records.ts'
import { placeOfChange, stillThere } from './places.ts'
import { type DocumentState, shown } from './state.ts'

/** What the parts of a document share. */
export type DocumentContext = {
  client: StudioClient
  /** The handle of the open project. */
  project: string
  /** This window's name among those who watch the project. */
  by: string
  state: StoreApi<DocumentState>
  /** Runs one thing at a time against the core, in the order asked for. */
  inTurn: <Result>(task: () => Promise<Result>) => Promise<Result>
  /** Modules on their way here: the outline and the canvas want the same one at the same moment. */
  loading: Map<string, Promise<void>>
}

/** Lets tasks run one after another; a task that fails does not stop the next. */
export function createTurns(): DocumentContext['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task, task)
    last = result.catch(() => null)
    return result
  }
}

/** Takes in a change that is on disk already and was not made here; `follow` selects what it touched. */
export function takeIn(
  { state }: DocumentContext,
  { change, seq, undo, redo }: ChangeEvent,
  follow: boolean,
): void {
  state.setState(({ stored, pending, selection, history }) => {
    const next = applyChange(stored, change)
    const records = shown(next, pending)
    const place = follow ? placeOfChange(records, change, selection) : null
    return {
      stored: next,
      records,
      history: seq > history.seq ? { seq, undo, redo } : history,
      selection: stillThere(records, place ?? selection),
    }
  })
}

/** Records by id. */
export function byId(records: readonly ProjectRecord[]): RecordMap {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}
