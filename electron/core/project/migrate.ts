import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type DetailsOf, StudioError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/model/change.ts'
import {
  type Migration,
  migrate,
  type OldRecord,
  type OldRecords,
} from '../../../shared/model/migrations/migration.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import type { Database } from './driver.ts'
import { DamagedContent } from './failures.ts'
import { appendChange, newestChange, startingRow } from './tables/changes.ts'
import { parseRecord } from './tables/records.ts'
import { formatOf, setFormat } from './tables/schema.ts'
import { newReferenceCheck, requireWhole, updateReferences } from './tables/references.ts'

/**
 * Brings a project of an older format to the newest, in one transaction, after copying its database to
 * `project-format-<n>.db` beside it. The log keeps its rows and gets one of kind `migration`; undo starts anew there,
 * because what came before is written in the older format.
 */
export function migrateDatabase(
  database: Database,
  { folder, migrations, now }: { folder: string; migrations: readonly Migration[]; now: number },
) {
  const from = formatOf(database)
  const to = migrations.length + 1
  if (from === to) return
  database.statement('VACUUM INTO ?').run(freeCopy(folder, from))
  database.transaction(() => {
    const before = readAll(database)
    const change = difference(before, migrate(before, from, migrations))
    replaceRecords(database, change, to)
    setFormat(database, to)
    logMigration(database, change, { label: labelOf(migrations, from), now })
  })
}

function freeCopy(folder: string, format: number): string {
  for (let number = 1; ; number++) {
    const file = join(folder, `project-format-${format}${number === 1 ? '' : `-${number}`}.db`)
    if (!existsSync(file)) return file
  }
}

function readAll(database: Database): OldRecords {
  const rows = database.statement<{ json: string }>('SELECT json FROM record ORDER BY key').all()
  const records = rows.map(({ json }) => parseRecord(json) as unknown as OldRecord)
  return Object.fromEntries(records.map((record) => [record.id, record]))
}

function difference(before: OldRecords, after: OldRecords): Change {
  const change: { added: object[]; updated: object[]; removed: object[] } = {
    added: [],
    updated: [],
    removed: [],
  }
  for (const [id, record] of Object.entries(after)) {
    const old = before[id]
    if (!old) change.added.push([id, record])
    else if (old !== record && !isDeepStrictEqual(old, record)) change.updated.push([id, [old, record]])
  }
  for (const [id, record] of Object.entries(before)) if (!after[id]) change.removed.push([id, record])
  return {
    added: Object.fromEntries(change.added as [string, ProjectRecord][]),
    updated: Object.fromEntries(change.updated as [string, [ProjectRecord, ProjectRecord]][]),
    removed: Object.fromEntries(change.removed as [string, ProjectRecord][]),
  }
}

/**
 * Writes the migrated records and builds both indexes anew: what an old record named or said cannot be asked of it,
 * because today's model does not know its shape.
 */
function replaceRecords(database: Database, { added, updated, removed }: Change, format: number) {
  for (const id of Object.keys(removed)) database.statement('DELETE FROM record WHERE id = ?').run(id)
  for (const [id, record] of Object.entries(added))
    database
      .statement('INSERT INTO record (id, type, json) VALUES (?, ?, ?)')
      .run(id, record.type, JSON.stringify(record))
  for (const [id, [, record]] of Object.entries(updated))
    database
      .statement('UPDATE record SET type = ?, json = ? WHERE id = ?')
      .run(record.type, JSON.stringify(record), id)

  database.statement('DELETE FROM reference').run()
  database.statement("INSERT INTO search (search) VALUES ('delete-all')").run()
  database.statement('INSERT OR IGNORE INTO unindexed (key) SELECT key FROM record').run()
  const check = newReferenceCheck()
  for (const { json } of database.statement<{ json: string }>('SELECT json FROM record').all())
    updateReferences(database, null, parseRecord(json), check)
  try {
    requireWhole(database, check)
  } catch (error) {
    if (!(error instanceof StudioError)) throw error
    const { problem } = error.details as DetailsOf<'rule-broken'>
    throw new DamagedContent(`it does not fit format ${format}: ${problem}`, { cause: error })
  }
}

function labelOf(migrations: readonly Migration[], from: number): string {
  return migrations
    .filter(({ to }) => to > from)
    .map(({ label }) => label)
    .join('; ')
}

function logMigration(database: Database, change: Change, { label, now }: { label: string; now: number }) {
  const newest = newestChange(database)
  if (!newest) throw new DamagedContent('its history is empty')
  const seq = newest.seq + 1
  appendChange(database, startingRow({ seq, at: now, label, kind: 'migration' }), change)
}
