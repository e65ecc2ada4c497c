import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'
import { parseRecord } from '../tables/records.ts'

/** The project, its series and its modules: what the first screen needs. Steps are read a module at a time. */
export function outlineRecords(database: Database): ProjectRecord[] {
  return outlineRows(database).map(({ json }) => parseRecord(json))
}

/** Their rows, read from an index that holds nothing else: among the steps they would lie scattered. */
export function outlineRows(database: Database): { json: string }[] {
  const rows = database
    .statement<{ type: string; json: string }>(
      // In the index's own order: in any other, SQLite would copy all of it once more to sort it.
      `SELECT type, json FROM record INDEXED BY record_outline
       WHERE type IN ('project', 'series', 'module') ORDER BY type, key`,
    )
    .all()
  const of = (wanted: string) => rows.filter(({ type }) => type === wanted)
  return [...of('project'), ...of('series'), ...of('module')]
}
