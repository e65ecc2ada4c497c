import type { Change } from '../../../../shared/model/change.ts'
import type { Database } from '../driver.ts'
import { DamagedContent } from '../failures.ts'

/**
 * A row of the append-only log, without the change itself.
 *
 * Undo and redo are rows too, so the stack is a list linked through rows that are never rewritten: every row says what
 * undo (`undo_top`) and redo (`redo_top`) would take next, and `below` is what comes after that row in the stack it is on.
 * Commits joined by a merge key are the rows `step` to `seq`: one undo step.
 */
export type ChangeRow = {
  seq: number
  at: number
  label: string
  by: string
  kind: 'create' | 'edit' | 'undo' | 'redo' | 'migration'
  merge_key: string | null
  step: number
  below: number | null
  undo_top: number | null
  redo_top: number | null
}

const columns = 'seq, at, label, by, kind, merge_key, step, below, undo_top, redo_top'

export function appendChange(database: Database, row: ChangeRow, change: object) {
  database
    .statement(`INSERT INTO change (${columns}, change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      row.seq,
      row.at,
      row.label,
      row.by,
      row.kind,
      row.merge_key,
      row.step,
      row.below,
      row.undo_top,
      row.redo_top,
      JSON.stringify(change),
    )
}

/** A row where the history starts: undo stops here. */
export function startingRow(row: Pick<ChangeRow, 'seq' | 'at' | 'label' | 'kind'>): ChangeRow {
  return { ...row, by: '', merge_key: null, step: row.seq, below: null, undo_top: null, redo_top: null }
}

export function newestChange(database: Database): ChangeRow | null {
  return (
    database.statement<ChangeRow>(`SELECT ${columns} FROM change ORDER BY seq DESC LIMIT 1`).get() ?? null
  )
}

/** The row `seq`; null for null. */
export function findChange(database: Database, seq: number | null): ChangeRow | null {
  if (seq === null) return null
  const row = database.statement<ChangeRow>(`SELECT ${columns} FROM change WHERE seq = ?`).get(seq)
  if (!row) throw new DamagedContent(`change ${seq} is missing`)
  return row
}

/** The changes of the rows `from` to `to`, in order. */
export function changesBetween(database: Database, from: number, to: number): Change[] {
  return database
    .statement<{ change: string }>('SELECT change FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq')
    .all(from, to)
    .map(({ change }) => parseChange(change))
}

function parseChange(json: string): Change {
  try {
    return JSON.parse(json) as Change
  } catch (error) {
    throw new DamagedContent('a change is not readable', { cause: error })
  }
}
