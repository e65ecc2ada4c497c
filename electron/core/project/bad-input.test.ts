import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ErrorCode, StudioError } from '../../../shared/errors.ts'
import { closedProject, expectWhole } from '../../../test/harness/closed-project.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import { addPage, wordsChange } from '../../../test/harness/records.ts'
import { secondStudio } from '../../../test/harness/second-studio.ts'
import { openDatabase } from './driver.ts'
import { speakingOf } from './failures.ts'
import { databaseFile } from './folder.ts'
import { listProject } from './read/list.ts'
import { searchRecords } from './read/search.ts'

let here: TemporaryProjects
beforeEach(() => {
  here = temporaryProjects()
})
afterEach(() => here.dispose())

const failing = (code: ErrorCode, part = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(part) })

describe('a path that is no project', () => {
  it.each<[string, ErrorCode, (path: string) => void]>([
    ['nothing is there', 'project-missing', () => {}],
    ['it is a file', 'not-a-project', (path) => writeFileSync(path, 'words')],
    ['the folder is empty', 'not-a-project', (path) => mkdirSync(path)],
    [
      'project.db is a folder',
      'not-a-project',
      (path) => void mkdirSync(databaseFile(path), { recursive: true }),
    ],
    [
      'project.db is empty',
      'project-damaged',
      (path) => {
        mkdirSync(path)
        writeFileSync(databaseFile(path), '')
      },
    ],
    [
      'project.db is no database',
      'project-damaged',
      (path) => {
        mkdirSync(path)
        writeFileSync(databaseFile(path), 'no database at all'.repeat(1000))
      },
    ],
    [
      'project.db is another program’s',
      'not-a-project',
      (path) => {
        mkdirSync(path)
        const database = openDatabase(databaseFile(path), { mayCreate: true })
        database.execute('CREATE TABLE theirs (value)')
        database.close()
      },
    ],
  ])('%s', (_, code, make) => {
    const path = join(here.folder, 'thing')
    make(path)
    const before = existsSync(databaseFile(path)) && statSync(databaseFile(path)).isFile()
    const bytes = before ? readFileSync(databaseFile(path)) : null
    expect(() => here.projects.open(path)).toThrow(failing(code, path))
    if (bytes) expect(readFileSync(databaseFile(path)).equals(bytes)).toBe(true)
    expect(here.projects.recent()).toEqual([])
  })

  it('has a name no folder can have', () => {
    expect(() => here.projects.open('a\0b')).toThrow(failing('invalid-input'))
    expect(() => here.projects.create({ title: 'x', path: 'a\0b' })).toThrow(failing('invalid-input'))
    expect(() => here.projects.create({ title: 'x', path: join(here.folder, 'x'.repeat(300)) })).toThrow(
      failing('invalid-input'),
    )
    writeFileSync(join(here.folder, 'file'), '')
    expect(() => here.projects.create({ title: 'x', path: join(here.folder, 'file', 'x') })).toThrow(
      StudioError,
    )
  })
})

describe('a damaged database', () => {
  it('that was cut off is refused, and left as it is', () => {
    const path = closedProject(here)
    const size = statSync(databaseFile(path)).size
    truncateSync(databaseFile(path), Math.floor(size / 2))
    const before = readFileSync(databaseFile(path))
    expect(() => here.projects.open(path)).toThrow(failing('project-damaged', path))
    expect(readFileSync(databaseFile(path)).equals(before)).toBe(true)
  })

  it('with random bytes anywhere fails with that sentence or not at all, whatever is asked of it', () => {
    const path = closedProject(here, 8)
    const original = readFileSync(databaseFile(path))
    let random = 42
    const next = (limit: number) => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0
      return random % limit
    }
    let refused = 0
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(original)
      const from = next(bytes.length)
      for (let index = from; index < Math.min(from + 600, bytes.length); index++) bytes[index] = next(256)
      writeFileSync(databaseFile(path), bytes)
      refused += Number(useEverything(path) !== null)
    }
    // Most pages are not read by these questions, and bytes inside a text are only another text.
    expect(refused).toBeGreaterThan(10)
  })

  it('with its first record gone is refused', () => {
    const path = closedProject(here)
    const database = openDatabase(databaseFile(path))
    database.execute("DELETE FROM record WHERE id = 'project'")
    database.close()
    expect(() => here.projects.open(path)).toThrow(failing('project-damaged', 'first record is missing'))
  })

  /** Asks a project for all it has and writes to it; the code it fails with, which must be one that fits. */
  function useEverything(path: string): ErrorCode | null {
    try {
      const { project } = here.projects.open(path)
      try {
        const access = here.projects.get(project)
        const { database } = here.projects.store(project)
        speakingOf(path, () => [listProject(database), searchRecords(database, 'honey')])
        access.moduleRecords('m')
        addPage(access, 'm', `new${Math.random()}`.replace('.', ''), 'words')
      } finally {
        here.projects.close(project)
      }
      return null
    } catch (error) {
      expect(error).toBeInstanceOf(StudioError)
      const { code } = error as StudioError
      expect([
        'project-damaged',
        'not-a-project',
        'format-too-new',
        'record-missing',
        'rule-broken',
      ]).toContain(code)
      return code
    }
  }
})

it('a newer format is refused by number, before anything is written', () => {
  const path = closedProject(here)
  const database = openDatabase(databaseFile(path))
  database.execute('PRAGMA user_version = 99')
  database.close()
  const before = readFileSync(databaseFile(path))
  expect(() => here.projects.open(path)).toThrow(failing('format-too-new', 'format 99'))
  expect(readFileSync(databaseFile(path)).equals(before)).toBe(true)
  expect(readdirSync(path).toSorted()).toEqual(['media', 'project.db'])
})

describe('a project that somebody made up', () => {
  const madeUp = (sql: string) => {
    const path = closedProject(here)
    const database = openDatabase(databaseFile(path))
    database.execute(sql)
    database.close()
    return here.projects.get(here.projects.open(path).project)
  }

  it('cannot bring in a record that is not one of ours', () => {
    const access = madeUp(
      `UPDATE record SET json = json_set(json, '$.body', json('[{"type":"paragraph","children":
         [{"type":"link","href":"javascript:alert(1)","children":[]}]}]')) WHERE id = 'm.p1'`,
    )
    expect(() => access.moduleRecords('m')).toThrow(failing('project-damaged', 'A link leads to'))
    expect(() => access.record('m.p1')).toThrow(failing('project-damaged'))
    expect(() => access.recordsOf('step')).toThrow(failing('project-damaged'))
    expect(access.record('m.p0')).not.toBeNull()
  })

  it('cannot send a reader round in circles', () => {
    const access = madeUp(`UPDATE record SET json = json_set(json, '$.steps', json('["m"]')) WHERE id = 'm'`)
    expect(() => access.moduleRecords('m')).toThrow(failing('record-missing'))
  })

  it('cannot name a media file outside its folder', () => {
    const sha256 = 'ab'.repeat(32)
    const access = madeUp(
      `INSERT INTO asset (sha256, crc32, bytes, extension) VALUES ('${sha256}', 0, 1, '/../../../etc/passwd');
       INSERT INTO rendition (key, sha256) VALUES ('cut', '${sha256}')`,
    )
    expect(() => access.file(sha256)).toThrow(failing('project-damaged'))
    expect(() => access.rendition('cut')).toThrow(failing('project-damaged'))
  })
})

describe('a folder that goes away while it is open', () => {
  it('saves nothing more, says so, and goes on once the folder is back', () => {
    const path = closedProject(here)
    const { project } = here.projects.open(path)
    const access = here.projects.get(project)
    renameSync(path, `${path}.moved`)
    const write = () => access.commit({ label: 'Write', change: wordsChange(access, 'm.p0', 'new') })
    expect(write).toThrow(failing('project-gone', path))
    expect(() => access.addFile({ sha256: 'ab'.repeat(32), crc32: 0, bytes: 1, extension: 'png' })).toThrow(
      failing('project-gone'),
    )
    renameSync(`${path}.moved`, path)
    write()
    here.projects.close(project)
    expectWhole(here, path)
  })

  it('is not mistaken for another project put in its place', () => {
    const path = closedProject(here)
    const { project } = here.projects.open(path)
    const access = here.projects.get(project)
    const copy = join(here.folder, 'copy')
    cpSync(path, copy, { recursive: true })
    rmSync(path, { recursive: true })
    expect(() => here.projects.open(path)).toThrow(failing('project-missing'))
    renameSync(copy, path)
    expect(() => access.commit({ label: 'Write', change: wordsChange(access, 'm.p0', 'new') })).toThrow(
      failing('project-gone'),
    )
    expect(here.projects.open(path).project).toBe(project)
    const fresh = here.projects.get(project)
    fresh.commit({ label: 'Write', change: wordsChange(fresh, 'm.p0', 'new') })
    here.projects.close(project)
    expectWhole(here, path)
  })
})

describe('a project that is open in another process', () => {
  it('is locked until that process closes it or dies, however it dies', async () => {
    const path = closedProject(here)
    const holder = await secondStudio(path)
    expect(holder.answer).toEqual({ opened: true })
    expect(() => here.projects.open(path)).toThrow(failing('project-locked', path))
    await holder.kill()

    const { project } = here.projects.open(path)
    const late = await secondStudio(path)
    expect(late.answer).toEqual({ code: 'project-locked' })
    addPage(here.projects.get(project), 'm', 'still', 'saved')
    here.projects.close(project)
    expectWhole(here, path)
  })
})
