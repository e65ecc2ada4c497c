import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatVersion, migrations as released } from '../../../shared/model/migrations/index.ts'
import type { Migration } from '../../../shared/model/migrations/migration.ts'
import { recordSchema } from '../../../shared/model/records.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import { problemsOf, storedRecords } from '../../../test/harness/stored.ts'
import { undo } from './commit.ts'
import { openDatabase } from './driver.ts'
import { historyOf } from './history.ts'
import { searchRecords } from './read/search.ts'
import { databaseFile } from './folder.ts'
import { formatOf } from './tables/schema.ts'

const fixtures = fileURLToPath(new URL('../../../test/fixtures/projects/', import.meta.url))
/** A project of format 1, copied to where it may be changed. */
const formatOne = (folder: string) => {
  const path = join(folder, 'Format 1.morsel')
  cpSync(join(fixtures, 'format-1.morsel'), path, { recursive: true })
  return path
}

// Migrations for tests alone, on top of those there are: two at once, and one that breaks a project.
const shout: Migration = {
  to: formatVersion + 1,
  label: 'Writes module titles in capitals',
  up: (records) =>
    Object.fromEntries(
      Object.entries(records).map(([id, record]) => [
        id,
        record.type === 'module' ? { ...record, title: String(record['title']).toUpperCase() } : record,
      ]),
    ),
}
const dropOutcomes: Migration = {
  to: formatVersion + 2,
  label: 'Drops outcomes',
  up: (records) =>
    Object.fromEntries(
      Object.entries(records)
        .filter(([, { type }]) => type !== 'outcome')
        .map(([id, record]) => {
          if (record.type === 'module') return [id, { ...record, outcomes: [] }]
          return [id, record.type === 'step' ? { ...record, outcome: null } : record]
        }),
    ),
}
const breaks: Migration = {
  to: formatVersion + 1,
  label: 'Loses a step',
  up: (records) => Object.fromEntries(Object.entries(records).filter(([id]) => id !== 'bees.why')),
}

let here: TemporaryProjects
beforeEach(() => {
  here = temporaryProjects()
})
afterEach(() => here.dispose())

const withMigrations = (...migrations: Migration[]) =>
  temporaryProjects({ migrations: [...released, ...migrations] }, here.folder).projects

it('a project of format 1 opens whole, and every record is one of today’s', () => {
  const { project } = here.projects.open(formatOne(here.folder))
  const { database, tail } = here.projects.store(project)
  expect(formatOf(database)).toBe(formatVersion)
  expect(problemsOf(database)).toEqual([])
  const records = Object.values(storedRecords(database))
  for (const record of records) expect(recordSchema.parse(record)).toEqual(record)
  expect(new Set(records.map(({ type }) => type))).toEqual(
    new Set(['project', 'series', 'module', 'outcome', 'step', 'question', 'asset']),
  )
  // What came before is written in the older format: undo starts anew after the migration.
  expect(historyOf(tail)).toMatchObject({ undo: null, redo: null })
})

describe('migrating', () => {
  it('takes all steps at once, and everything fits together afterwards', () => {
    const path = formatOne(here.folder)
    const projects = withMigrations(shout, dropOutcomes)
    const { project } = projects.open(path)
    const { database, tail } = projects.store(project)
    expect(formatOf(database)).toBe(formatVersion + 2)
    expect(projects.get(project).require('module', 'bees')).toMatchObject({
      title: 'KEEPING BEES',
      outcomes: [],
    })
    expect(problemsOf(database)).toEqual([])
    expect(searchRecords(database, 'hive').map(({ id }) => id)).toContain('bees.why')
    expect(tail.newest).toMatchObject({
      kind: 'migration',
      label: expect.stringMatching(/; Writes module titles in capitals; Drops outcomes$/),
    })
    expect(undo(projects.store(project))).toBeNull()

    projects.close(project)
    const again = projects.open(path)
    expect(projects.store(again.project).tail.newest.seq).toBe(tail.newest.seq)
    projects.closeAll()
  })

  it('keeps a copy of the database as it was', () => {
    const path = formatOne(here.folder)
    const projects = withMigrations(shout)
    projects.open(path)
    projects.closeAll()
    expect(readdirSync(path).toSorted()).toEqual(['media', 'project-format-1.db', 'project.db'])
    const copy = openDatabase(join(path, 'project-format-1.db'))
    expect(formatOf(copy)).toBe(1)
    expect(storedRecords(copy)['bees']).toMatchObject({ title: 'Keeping bees' })
    copy.close()
  })

  it('changes nothing when a step breaks the project', () => {
    const path = formatOne(here.folder)
    const untouched = openDatabase(databaseFile(path))
    const before = storedRecords(untouched)
    untouched.close()
    expect(() => withMigrations(breaks).open(path)).toThrow(
      expect.objectContaining({
        code: 'project-damaged',
        message: expect.stringContaining(
          `format ${formatVersion + 1}: module bees names bees.why, which is not there`,
        ),
      }),
    )
    const database = openDatabase(databaseFile(path))
    expect(formatOf(database)).toBe(1)
    expect(storedRecords(database)).toEqual(before)
    database.close()
  })

  it('refuses a project of a newer format, and names both', () => {
    const path = formatOne(here.folder)
    const newer = withMigrations(shout)
    newer.open(path)
    newer.closeAll()
    expect(() => here.projects.open(path)).toThrow(
      expect.objectContaining({
        code: 'format-too-new',
        details: { path, found: formatVersion + 1, known: formatVersion },
      }),
    )
    expect(readdirSync(path).toSorted()).toEqual(['media', 'project-format-1.db', 'project.db'])
  })
})
