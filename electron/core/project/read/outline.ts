import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { projectId } from '../../../../shared/model/project.ts'
import type { Database } from '../driver.ts'
import { recordsOf, requireRecord } from '../tables/records.ts'

/** The project, its series and its modules: what the first screen needs. Steps are read a module at a time. */
export function outlineRecords(database: Database): ProjectRecord[] {
  return [
    requireRecord(database, 'project', projectId),
    ...recordsOf(database, 'series'),
    ...recordsOf(database, 'module'),
  ]
}
