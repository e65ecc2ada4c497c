import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StudioError } from '../../../shared/errors.ts'
import { newKey } from '../../../shared/ids.ts'
import { type Change, emptyChange } from '../../../shared/model/change.ts'
import { formatVersion } from '../../../shared/model/migrations/index.ts'
import { projectId } from '../../../shared/model/project.ts'
import { type Database, openDatabase } from './driver.ts'
import { speakingOf } from './failures.ts'
import { databaseFile, mediaFolder } from './folder.ts'
import { appendChange, startingRow } from './tables/changes.ts'
import { createTables, useWriteAheadLog } from './tables/schema.ts'
import { writeChange } from './tables/write-change.ts'

export type NewProject = { title: string; now: number; version: string }

/**
 * Makes a project folder at `folder`: whole or not at all, because it is built beside its place and then renamed.
 * Throws `project-exists`, `read-only`, `disk-full`, ….
 */
export function createFolder(folder: string, project: NewProject) {
  speakingOf(folder, () => {
    const parent = dirname(folder)
    mkdirSync(parent, { recursive: true })
    requireFree(folder)
    const draft = join(parent, `.${basename(folder)}.${newKey()}`)
    try {
      mkdirSync(draft)
      mkdirSync(mediaFolder(draft))
      fill(databaseFile(draft), project)
      requireFree(folder)
      renameSync(draft, folder)
      flushFolder(folder)
      flushFolder(parent)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      throw error
    }
  })
}

/** Throws `project-exists` unless nothing is there but, at most, an empty folder, which is taken away. */
function requireFree(folder: string) {
  try {
    if (readdirSync(folder).length === 0) rmdirSync(folder)
    else throw new StudioError('project-exists', { path: folder })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOTDIR') throw new StudioError('project-exists', { path: folder }, { cause: error })
    if (code !== 'ENOENT') throw error
  }
}

function fill(file: string, project: NewProject) {
  const database = openDatabase(file, { mayCreate: true })
  try {
    useWriteAheadLog(database)
    database.transaction(() => {
      createTables(database, { format: formatVersion, version: project.version })
      writeFirstRecords(database, project)
    })
  } finally {
    database.close()
  }
}

/** The project and one series, so that a module can be added at once. It is where the history starts: undo stops here. */
function writeFirstRecords(database: Database, { title, now }: NewProject) {
  const series = newKey()
  const change: Change = {
    ...emptyChange(),
    added: {
      [projectId]: { id: projectId, type: 'project', title, series: [series], target: 'generic' },
      [series]: { id: series, type: 'series', title: 'First series', modules: [] },
    },
  }
  writeChange(database, change)
  appendChange(database, startingRow({ seq: 1, at: now, label: 'New project', kind: 'create' }), change)
}

/** A new name is on disk only when its folder is. Windows does not know how to flush a folder, and does it by itself. */
function flushFolder(folder: string) {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
