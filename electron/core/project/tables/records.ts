import { isDeepStrictEqual } from 'node:util'
import { StudioError } from '../../../../shared/errors.ts'
import {
  type ProjectRecord,
  type RecordOf,
  type RecordType,
  recordSchema,
  referencesOf,
} from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'
import { DamagedContent } from '../failures.ts'

/** A row of `record`. `key` is the number `search` knows the record by. */
export type RecordRow = { key: number; type: string; json: string }

export function findRow(database: Database, id: string): RecordRow | undefined {
  return database.statement<RecordRow>('SELECT key, type, json FROM record WHERE id = ?').get(id)
}

/** The record in `json`, as it was written. Enough for what goes through the contract, which checks it on its way out. */
export function parseRecord(json: string): ProjectRecord {
  try {
    return JSON.parse(json) as ProjectRecord
  } catch (error) {
    throw new DamagedContent('a record is not readable', { cause: error })
  }
}

/** The record in `json`, checked: a project that came from elsewhere may hold anything. */
export function checkedRecord(json: string): ProjectRecord {
  const parsed = recordSchema.safeParse(parseRecord(json))
  if (parsed.success) return parsed.data
  throw new DamagedContent(`a record is not as it should be: ${parsed.error.issues[0]?.message}`)
}

export function findRecord(database: Database, id: string): ProjectRecord | null {
  const row = findRow(database, id)
  return row ? checkedRecord(row.json) : null
}

/** The record `id`, or `record-missing` when there is none of that type. */
export function requireRecord<Type extends RecordType>(
  database: Database,
  type: Type,
  id: string,
): RecordOf<Type> {
  const record = findRecord(database, id)
  if (record?.type !== type) throw new StudioError('record-missing', { id, type })
  return record as RecordOf<Type>
}

/** All records of `type`, oldest first. */
export function recordsOf<Type extends RecordType>(database: Database, type: Type): RecordOf<Type>[] {
  return database
    .statement<{ json: string }>('SELECT json FROM record WHERE type = ? ORDER BY key')
    .all(type)
    .map(({ json }) => checkedRecord(json) as RecordOf<Type>)
}

/** A module, then everything it owns in reading order, then the assets any of it shows. */
export function moduleRecords(database: Database, moduleId: string): ProjectRecord[] {
  const owned: ProjectRecord[] = []
  const shown = new Set<string>()
  const take = (record: ProjectRecord) => {
    owned.push(record)
    for (const { id, type, isOwned } of referencesOf(record)) {
      if (!isOwned) shown.add(id)
      // Only children of the right type: a made-up project whose records own each other in a ring must end, too.
      else take(requireRecord(database, type, id))
    }
  }
  take(requireRecord(database, 'module', moduleId))
  for (const { id } of owned) shown.delete(id)
  const assets = [...shown].flatMap((id) => findRecord(database, id) ?? [])
  return [...owned, ...assets]
}

/** Whether `record` is what `json` stores; the order of fields does not matter. */
export function isStoredAs(json: string, record: ProjectRecord): boolean {
  const asked = JSON.stringify(record)
  return asked === json || isDeepStrictEqual(JSON.parse(asked), parseRecord(json))
}
