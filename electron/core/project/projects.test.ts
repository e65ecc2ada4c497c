import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addModule, addPage, wordsChange } from '../../../test/harness/records.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import { outlineRecords } from './read/outline.ts'
import { listProject } from './read/list.ts'

let here: TemporaryProjects
beforeEach(() => {
  here = temporaryProjects()
})
afterEach(() => here.dispose())

describe('a new project', () => {
  it('is a folder with a database and media, and one series to put a module in', () => {
    const { project, path } = here.projects.create({ title: 'Bees & honey' })
    expect(path).toBe(join(here.folder, 'projects', 'Bees & honey.morsel'))
    expect(readdirSync(path).toSorted()).toEqual(['media', 'project.db', 'project.db-wal'])
    const access = here.projects.get(project)
    expect(access.recordsOf('series')).toHaveLength(1)
    addModule(access, 'm')
    expect(access.moduleRecords('m')).toHaveLength(1)
  })

  it('never takes a name that is in use', () => {
    const [first, second] = [1, 2].map(() => here.projects.create({ title: 'Twice' }).path)
    expect(first).toMatch(/Twice\.morsel$/)
    expect(second).toMatch(/Twice 2\.morsel$/)
  })

  it('gets a name every system takes', () => {
    const names = ['a/b\\c:d', '..', 'CON', '  ', 'x'.repeat(300), '\u0000\u202ehidden'].map((title) =>
      here.projects.create({ title }).path.split('/').at(-1),
    )
    expect(names).toEqual([
      'a b c d.morsel',
      'Project.morsel',
      'Project CON.morsel',
      'Project 2.morsel',
      `${'x'.repeat(60)}.morsel`,
      'hidden.morsel',
    ])
  })

  it('may go into an empty folder, and never into one that holds something', () => {
    const path = join(here.folder, 'mine')
    mkdirSync(path)
    here.projects.create({ title: 'Mine', path })
    expect(() => here.projects.create({ title: 'Mine', path })).toThrow(
      expect.objectContaining({ code: 'project-exists' }),
    )
    writeFileSync(join(here.folder, 'file'), 'words')
    expect(() => here.projects.create({ title: 'Mine', path: join(here.folder, 'file') })).toThrow(
      expect.objectContaining({ code: 'project-exists' }),
    )
    expect(readdirSync(here.folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('opening', () => {
  it('finds everything as it was left, under the same handle', () => {
    const { project, path } = here.projects.create({ title: 'Kept' })
    const access = here.projects.get(project)
    addModule(access, 'm')
    addPage(access, 'm', 'p', 'Honey keeps for years.')
    here.projects.close(project)
    expect(readdirSync(path).toSorted()).toEqual(['media', 'project.db'])
    expect(() => here.projects.get(project)).toThrow(expect.objectContaining({ code: 'project-not-open' }))

    expect(here.projects.open(path)).toEqual({ project, path, title: 'Kept' })
    expect(
      here.projects
        .get(project)
        .moduleRecords('m')
        .map(({ id }) => id),
    ).toEqual(['m', 'm.p'])
  })

  it('keeps the project open when it is opened again', () => {
    const { project, path } = here.projects.create({ title: 'Again' })
    const before = here.projects.get(project)
    expect(here.projects.open(`${path}/../Again.morsel`).project).toBe(project)
    expect(here.projects.get(project)).toBe(before)
  })

  it('remembers what was opened lately, newest first', () => {
    const one = here.projects.create({ title: 'One' })
    const two = here.projects.create({ title: 'Two' })
    here.projects.open(one.path)
    expect(here.projects.recent().map(({ title, isMissing }) => [title, isMissing])).toEqual([
      ['One', false],
      ['Two', false],
    ])
    here.projects.discard(two.project)
    expect(existsSync(two.path)).toBe(false)
    expect(here.projects.recent().map(({ title }) => title)).toEqual(['One'])
    here.projects.forget(one.path)
    expect(here.projects.recent()).toEqual([])
  })

  it('takes a damaged recent list for an empty one', () => {
    const { path } = here.projects.create({ title: 'One' })
    const file = join(here.folder, 'home', 'recent.json')
    writeFileSync(file, '[{"path": 3}, {"path": "/gone", "title": "Gone", "openedAt": 1}, nu')
    expect(here.projects.recent()).toEqual([])
    writeFileSync(file, '[{"path": 3}, {"path": "/gone", "title": "Gone", "openedAt": 1}]')
    expect(here.projects.recent()).toEqual([{ path: '/gone', title: 'Gone', openedAt: 1, isMissing: true }])
    here.projects.open(path)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(2)
  })
})

it('lists the outline without steps, and the steps in the author’s order', () => {
  const { project } = here.projects.create({ title: 'Listed' })
  const access = here.projects.get(project)
  addModule(access, 'm', 'First')
  addPage(access, 'm', 'z')
  addPage(access, 'm', 'a')
  const { database } = here.projects.store(project)
  expect(outlineRecords(database).map(({ type }) => type)).toEqual(['project', 'series', 'module'])
  expect(listProject(database)).toMatchObject({
    project: 'Listed',
    series: [{ title: 'First series', modules: ['m'] }],
    modules: [
      {
        id: 'm',
        title: 'First',
        steps: [
          { id: 'm.z', kind: 'page', title: 'Page z' },
          { id: 'm.a', kind: 'page', title: 'Page a' },
        ],
      },
    ],
    assets: [],
  })
})

it('tells watchers every change from their call on, until they stop or the project closes', async () => {
  const { project } = here.projects.create({ title: 'Watched' })
  const access = here.projects.get(project)
  addModule(access, 'm')
  const { watchers } = here.projects.store(project)
  const abort = new AbortController()
  const events = watchers.watch()
  const stopped = watchers.watch(abort.signal)
  addPage(access, 'm', 'p')
  access.commit({ label: 'Write', by: 'tab', change: wordsChange(access, 'm.p', 'Honey') })
  abort.abort()
  const labels = async (from: AsyncIterable<{ label: string }>) => {
    const seen: string[] = []
    for await (const { label } of from) seen.push(label)
    return seen
  }
  here.projects.close(project)
  expect(await labels(events)).toEqual(['Add page p', 'Write'])
  expect(await labels(stopped)).toEqual(['Add page p', 'Write'])
  expect(await labels(watchers.watch(AbortSignal.abort()))).toEqual([])
})
