import type { Database } from '../../electron/core/project/driver.ts'
import { indexAllWords } from '../../electron/core/project/tables/search-index.ts'
import { applyChange, type Change } from '../../shared/model/change.ts'
import { type ProjectRecord, referencesOf, searchTextOf } from '../../shared/model/records.ts'

/** Every record of a project, by id, as the database holds it. */
export function storedRecords(database: Database): Record<string, ProjectRecord> {
  const rows = database.statement<{ id: string; json: string }>('SELECT id, json FROM record').all()
  return Object.fromEntries(rows.map(({ id, json }) => [id, JSON.parse(json) as ProjectRecord]))
}

/** What the log says the records must be: all changes made again, from nothing. */
export function replayedRecords(database: Database): Record<string, ProjectRecord> {
  return database
    .statement<{ change: string }>('SELECT change FROM change ORDER BY seq')
    .all()
    .reduce<Record<string, ProjectRecord>>(
      (records, { change }) => applyChange(records, JSON.parse(change) as Change),
      {},
    )
}

/** All that is wrong with a project's file, in words; empty when it is whole. */
export function problemsOf(database: Database): string[] {
  const problems: string[] = []
  const integrity = database.statement<{ integrity_check: string }>('PRAGMA integrity_check').all()
  for (const { integrity_check: line } of integrity) if (line !== 'ok') problems.push(line)

  const stored = storedRecords(database)
  if (stable(stored) !== stable(replayedRecords(database)))
    problems.push('the records are not what the log says')
  problems.push(...indexProblems(database, stored))
  const seqs = database
    .statement<{ count: number; last: number }>('SELECT COUNT(*) AS count, MAX(seq) AS last FROM change')
    .get()
  if (seqs?.count !== seqs?.last) problems.push('the log has a hole')
  return problems
}

function indexProblems(database: Database, stored: Record<string, ProjectRecord>): string[] {
  const problems: string[] = []
  const references = database
    .statement<{ name: string }>("SELECT from_id || ' ' || to_id || ' ' || owned AS name FROM reference")
    .all()
    .map(({ name }) => name)
  const expected = Object.values(stored).flatMap((record) =>
    referencesOf(record).map(({ id, isOwned }) => `${record.id} ${id} ${Number(isOwned)}`),
  )
  if ([...new Set(expected)].toSorted().join() !== references.toSorted().join())
    problems.push('the index of references is not what the records say')

  indexAllWords(database)
  const indexed = database.statement<{ count: number }>('SELECT COUNT(*) AS count FROM search').get()?.count
  const searched = Object.values(stored).filter((record) => {
    const words = searchTextOf(record)
    return words && (words.title || words.text)
  })
  if (indexed !== searched.length) problems.push(`search knows ${indexed} records of ${searched.length}`)
  return problems
}

/** JSON that does not depend on the order records came in. */
function stable(records: Record<string, ProjectRecord>): string {
  return JSON.stringify(Object.entries(records).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
