import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit, type Draft } from '../../shared/model/edit.ts'
import { createModule } from '../../shared/model/module.ts'
import type { RecordMap, RecordOf } from '../../shared/model/records.ts'
import { createStep } from '../../shared/model/steps/index.ts'
import { failure, finish, openStudio, type StudioBench, transports } from './harness.ts'

describe.each(transports)('project operations, %s', (transport) => {
  let studio: StudioBench
  beforeAll(async () => {
    studio = await openStudio(transport)
  })
  afterAll(() => studio.close())

  const fresh = (title: string) => studio.client.project.create({ title })

  async function recordsOf(project: string): Promise<RecordMap> {
    const { records } = await studio.client.project.outline({ project })
    return Object.fromEntries(records.map((record) => [record.id, record]))
  }

  async function commit(project: string, label: string, recipe: (draft: Draft) => void) {
    const change = edit(await recordsOf(project), recipe)
    return studio.client.project.commit({ project, label, change, by: 'test' })
  }

  /** Puts a module with one page into the first series. */
  const addModule = (id: string) => (draft: Draft) => {
    const series = Object.values(draft).find((record) => record.type === 'series') as RecordOf<'series'>
    const step = createStep('page', { id: `${id}.first`, title: 'First page' })
    draft[id] = { ...createModule({ id, title: 'Lifting safely' }), steps: [step.id] }
    draft[step.id] = step
    series.modules.push(id)
  }

  test('create makes a folder among the projects, open answers the same handle, close forgets it', async () => {
    const made = await fresh('Talking about price')
    expect(made.path).toBe(join(studio.folder, 'Talking about price.morsel'))
    expect(existsSync(join(made.path, 'project.db'))).toBe(true)
    expect(await studio.client.project.open({ path: made.path })).toEqual(made)
    await studio.client.project.close({ project: made.project })
    const error = await failure(studio.client.project.outline({ project: made.project }))
    expect(error).toMatchObject({ code: 'project-not-open', defined: true })
  })

  test('recent lists what was opened, newest first, and forget takes one off', async () => {
    const one = await fresh('One')
    const two = await fresh('Two')
    const recent = await studio.client.project.recent()
    expect(recent.slice(0, 2).map(({ title }) => title)).toEqual(['Two', 'One'])
    await studio.client.project.forget({ path: two.path })
    expect((await studio.client.project.recent()).map(({ path }) => path)).not.toContain(two.path)
    expect(existsSync(two.path)).toBe(true)
    expect(existsSync(one.path)).toBe(true)
  })

  test('commit, undo and redo move one stack; outline, module, list and search show the result', async () => {
    const { project } = await fresh('Stack')
    expect(await commit(project, 'Add a module', addModule('lifting'))).toMatchObject({
      undo: 'Add a module',
      redo: null,
    })
    const { records } = await studio.client.project.module({ project, module: 'lifting' })
    expect(records.map(({ id }) => id).sort()).toEqual(['lifting', 'lifting.first'])
    expect((await studio.client.project.list({ project })).modules).toEqual([
      {
        id: 'lifting',
        title: 'Lifting safely',
        steps: [{ id: 'lifting.first', kind: 'page', title: 'First page' }],
      },
    ])
    const hits = await studio.client.project.search({ project, query: 'lift' })
    expect(hits.map(({ id }) => id)).toContain('lifting')

    const undone = await studio.client.project.undo({ project })
    expect(undone).toMatchObject({ undo: null, redo: 'Add a module' })
    expect(Object.keys(undone?.change.removed ?? {}).sort()).toEqual(['lifting', 'lifting.first'])
    expect(await studio.client.project.undo({ project })).toBeNull()
    expect(await studio.client.project.redo({ project })).toMatchObject({ undo: 'Add a module', redo: null })
    expect(await studio.client.project.redo({ project })).toBeNull()
  })

  test('a commit on an old version of a record is refused', async () => {
    const { project } = await fresh('Conflict')
    const before = await recordsOf(project)
    const rename = (title: string) => (draft: Draft) => {
      ;(draft.project as RecordOf<'project'>).title = title
    }
    await commit(project, 'Rename', rename('Newer'))
    const late = studio.client.project.commit({
      project,
      label: 'Rename',
      change: edit(before, rename('Late')),
    })
    expect(await failure(late)).toMatchObject({ code: 'conflict', defined: true })
    expect((await recordsOf(project)).project).toMatchObject({ title: 'Newer' })
  })

  test('a commit that would break the project is refused', async () => {
    const { project } = await fresh('Rules')
    const dangling = commit(project, 'Break', (draft) => {
      const series = Object.values(draft).find((record) => record.type === 'series') as RecordOf<'series'>
      series.modules.push('nowhere')
    })
    expect(await failure(dangling)).toMatchObject({ code: 'rule-broken', defined: true })
  })

  test('watch tells of each change and who asked for it', async () => {
    const { project } = await fresh('Watched')
    const watching = new AbortController()
    const events = await studio.client.project.watch({ project }, { signal: watching.signal })
    const next = events[Symbol.asyncIterator]().next()
    await commit(project, 'Add a module', addModule('seen'))
    const { value } = await next
    expect(value).toMatchObject({ label: 'Add a module', by: 'test', undo: 'Add a module' })
    watching.abort()
  })

  test('check says what stands in the way of publishing', async () => {
    const { project } = await fresh('Checked')
    await commit(project, 'Add', (draft) => {
      const series = Object.values(draft).find((record) => record.type === 'series') as RecordOf<'series'>
      draft.empty = createModule({ id: 'empty', title: 'Empty' })
      series.modules.push('empty')
    })
    const { findings } = await studio.client.project.check({ project, module: 'empty' })
    expect(findings.some(({ severity, where }) => severity === 'block' && where.module === 'empty')).toBe(
      true,
    )
  })

  test('sample builds the sample project with progress', async () => {
    const { result, progress } = await finish(
      studio.client.project.sample({ path: join(studio.folder, 'Sample.morsel') }),
    )
    expect(progress.length).toBeGreaterThan(0)
    const { modules } = await studio.client.project.list({ project: result.project })
    expect(modules).toHaveLength(3)
    const { findings } = await studio.client.project.check({ project: result.project })
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
    // Nobody who opens the sample made it, so nobody can undo it away.
    expect(await studio.client.project.undo({ project: result.project })).toBeNull()
  }, 120_000)

  test.each([
    ['a folder that is not there', 'project-missing', 'nowhere.morsel'],
    ['a folder that is no project', 'not-a-project', '.'],
  ])('open refuses %s', async (_what, code, path) => {
    const error = await failure(studio.client.project.open({ path: join(studio.folder, path) }))
    expect(error).toMatchObject({ code, defined: true })
  })
})
