import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { StudioError } from '../../../shared/errors.ts'
import type { Migration } from '../../../shared/model/migrations/migration.ts'
import { projectId } from '../../../shared/model/project.ts'
import type { Ports } from '../ports.ts'
import { type Database, openDatabase } from './driver.ts'
import { DamagedContent, speakingOf } from './failures.ts'
import { databaseFile, handleOf, identityOf } from './folder.ts'
import { readTail } from './history.ts'
import { migrateDatabase } from './migrate.ts'
import type { Store } from './store.ts'
import { createIdle } from './tables/maintenance.ts'
import { findRecord } from './tables/records.ts'
import { formatOf, isOurs, lock, useWriteAheadLog } from './tables/schema.ts'
import { createWatchers } from './watch.ts'

/** How long to wait for a studio that is just closing, in milliseconds. */
const patience = 250

/** The real path of a project folder. Throws `project-missing`, `not-a-project`. */
export function realFolder(path: string): string {
  return speakingOf(path, () => {
    const folder = realpathSync(path)
    const isProject =
      statSync(folder).isDirectory() &&
      statSync(databaseFile(folder), { throwIfNoEntry: false })?.isFile() === true
    if (!isProject) throw new StudioError('not-a-project', { path })
    return folder
  })
}

/**
 * Opens the project in `folder` (a real path) and locks it against other processes. Throws `project-locked`,
 * `read-only`, `project-damaged`, `format-too-new`; then nothing in the folder has changed.
 */
export function openStore(
  folder: string,
  ports: Pick<Ports, 'now' | 'log'>,
  migrations: readonly Migration[],
): Store {
  return speakingOf(folder, () => {
    requireWritable(folder)
    const wasRecovered = wasLeftOpen(folder)
    const database = openDatabase(databaseFile(folder), { waitFor: patience })
    try {
      const identity = identityOf(folder)
      if (!identity) throw new StudioError('project-missing', { path: folder })
      lock(database)
      requireKnown(database, folder, migrations.length + 1)
      useWriteAheadLog(database)
      if (wasRecovered || isSmall(folder)) requireSound(database)
      migrateDatabase(database, { folder, migrations, now: ports.now() })
      const tail = readTail(database)
      if (!findRecord(database, projectId)) throw new DamagedContent('its first record is missing')
      const idle = createIdle(database, (error) =>
        ports.log(`Housekeeping of ${folder} failed: ${String(error)}`),
      )
      // What the last session left to be done.
      idle.touch()
      return {
        handle: handleOf(folder),
        path: folder,
        identity,
        database,
        now: ports.now,
        tail,
        wasRecovered,
        openedAtSeq: tail.newest.seq,
        watchers: createWatchers(),
        idle,
      }
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Ends the watching, moves the log into the database and gives the lock back. */
export function closeStore({ idle, watchers, database }: Store) {
  idle.stop()
  watchers.close()
  database.close()
}

/** SQLite would open a file it may not write, and fail at the first save. */
function requireWritable(folder: string) {
  for (const path of [folder, databaseFile(folder)]) {
    try {
      accessSync(path, constants.R_OK | constants.W_OK)
    } catch (error) {
      throw new StudioError('read-only', { path }, { cause: error })
    }
  }
  if (statSync(databaseFile(folder)).size === 0) throw new DamagedContent('project.db is empty')
}

/** A log beside the database means that the last studio did not close it: it crashed, or it is there now. */
function wasLeftOpen(folder: string): boolean {
  return (statSync(`${databaseFile(folder)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Small enough to look at every page of it without anybody waiting: 8 MB take about 3 ms. */
function isSmall(folder: string): boolean {
  return statSync(databaseFile(folder)).size <= 8_000_000
}

function requireKnown(database: Database, folder: string, known: number) {
  if (!isOurs(database)) throw new StudioError('not-a-project', { path: folder })
  const found = formatOf(database)
  if (found > known) throw new StudioError('format-too-new', { path: folder, found, known })
  if (found < 1) throw new DamagedContent('its format number is missing')
}

function requireSound(database: Database) {
  const answer = database.statement<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check
  if (answer !== 'ok') throw new DamagedContent(answer ?? 'the check gave no answer')
}
