import { openDatabase } from '../../../electron/core/project/driver.ts'
import { databaseFile } from '../../../electron/core/project/folder.ts'
import type { Step } from '../../../shared/model/steps/index.ts'
import { problemsOf, storedRecords } from '../../harness/stored.ts'

/** What is on disk of a project that no studio has open: its steps, and all that is wrong with its file. */
export function onDisk(folder: string): { steps: Step[]; problems: string[] } {
  const database = openDatabase(databaseFile(folder))
  try {
    const steps = Object.values(storedRecords(database)).flatMap((record) =>
      record.type === 'step' ? [record] : [],
    )
    return { steps, problems: problemsOf(database) }
  } finally {
    database.close()
  }
}
