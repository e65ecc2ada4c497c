import { StudioError } from '../../../../shared/errors.ts'
import type { Change } from '../../../../shared/model/change.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'
import { findRow, isStoredAs, parseRecord, type RecordRow } from './records.ts'
import { newReferenceCheck, requireWhole, updateReferences } from './references.ts'
import { noteWords } from './search-index.ts'

/**
 * Makes `change` true of the records and of both indexes over them. Runs inside a transaction. Throws `conflict` when
 * a record is not what the change starts from, `rule-broken` when the records would not fit together afterwards.
 */
export function writeChange(database: Database, change: Change) {
  requireOneFateEach(change)
  const check = newReferenceCheck()
  for (const [id, record] of Object.entries(change.removed)) {
    const row = requireStored(database, id, record)
    const stored = parseRecord(row.json)
    database.statement('DELETE FROM record WHERE key = ?').run(row.key)
    noteWords(database, row.key, stored, null)
    updateReferences(database, stored, null, check)
  }
  for (const [id, record] of Object.entries(change.added)) {
    requireOwnId(id, record)
    if (findRow(database, id)) throw conflict(record)
    database
      .statement('INSERT INTO record (id, type, json) VALUES (?, ?, ?)')
      .run(id, record.type, JSON.stringify(record))
    const { key } = requireRow(findRow(database, id), record)
    noteWords(database, key, null, record)
    updateReferences(database, null, record, check)
  }
  for (const [id, [from, to]] of Object.entries(change.updated)) {
    requireOwnId(id, to)
    const row = requireStored(database, id, from)
    if (row.type !== to.type)
      throw new StudioError('rule-broken', {
        problem: `${id} would turn from a ${row.type} into a ${to.type}`,
      })
    database.statement('UPDATE record SET json = ? WHERE key = ?').run(JSON.stringify(to), row.key)
    noteWords(database, row.key, from, to)
    updateReferences(database, from, to, check)
  }
  requireWhole(database, check)
}

/** A record is added, updated or removed; two of these at once could not be taken back. */
function requireOneFateEach({ added, updated, removed }: Change) {
  for (const id of [...Object.keys(updated), ...Object.keys(removed)])
    if (Object.hasOwn(added, id) || (Object.hasOwn(updated, id) && Object.hasOwn(removed, id)))
      throw new StudioError('rule-broken', { problem: `${id} would be changed in two ways at once` })
}

function requireStored(database: Database, id: string, expected: ProjectRecord): RecordRow {
  requireOwnId(id, expected)
  const row = requireRow(findRow(database, id), expected)
  if (!isStoredAs(row.json, expected)) throw conflict(expected)
  return row
}

function requireRow(row: RecordRow | undefined, expected: ProjectRecord): RecordRow {
  if (!row) throw conflict(expected)
  return row
}

function requireOwnId(id: string, record: ProjectRecord) {
  if (record.id !== id)
    throw new StudioError('rule-broken', { problem: `${record.id} is filed under another id, ${id}` })
}

function conflict(record: ProjectRecord): StudioError {
  const name = ('title' in record && record.title) || ('name' in record && record.name) || record.id
  return new StudioError('conflict', { record: name })
}
