import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient, type InferRouterInitialContext } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StudioError } from '../../../shared/errors.ts'
import { addModule, addPage, wordsChange } from '../../../test/harness/records.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import { type BuildSample, projectHandlers } from './handlers.ts'

let here: TemporaryProjects
beforeEach(() => {
  here = temporaryProjects()
})
afterEach(() => here.dispose())

const neverBuilds: BuildSample = async function* () {}
function clientOf(buildSample: BuildSample = neverBuilds) {
  const router = projectHandlers({ projects: here.projects, buildSample })
  type Context = InferRouterInitialContext<typeof router>
  return createRouterClient(router, { context: { ports: here.ports } as Context })
}

describe('project operations', () => {
  it('do an author’s round: create, commit, undo, redo, read, close', async () => {
    const client = clientOf()
    const { project, path } = await client.create({ title: 'Round' })
    const access = here.projects.get(project)
    addModule(access, 'm', 'Bees')
    addPage(access, 'm', 'p', 'Honey')
    const events = await client.watch({ project })
    const history = await client.commit({
      project,
      label: 'Write',
      by: 'tab',
      mergeKey: 'typing',
      change: wordsChange(access, 'm.p', 'Wax'),
    })
    expect(history).toEqual({ seq: 4, undo: 'Write', redo: null })
    expect(await client.undo({ project, by: 'tab' })).toMatchObject({ seq: 5, redo: 'Write', by: 'tab' })
    expect(await client.redo({ project })).toMatchObject({ seq: 6, undo: 'Write' })
    expect(await client.search({ project, query: 'wax' })).toMatchObject([{ id: 'm.p', title: 'Page p' }])
    expect((await client.outline({ project })).history).toEqual({ seq: 6, undo: 'Write', redo: null })
    expect((await client.module({ project, module: 'm' })).records).toHaveLength(2)
    expect((await client.list({ project })).modules).toHaveLength(1)
    expect((await client.check({ project })).findings).toEqual([])
    await client.close({ project })
    const seen = []
    for await (const { seq, label } of events) seen.push([seq, label])
    expect(seen).toEqual([
      [4, 'Write'],
      [5, 'Write'],
      [6, 'Write'],
    ])
    await expect(client.list({ project })).rejects.toMatchObject({ code: 'project-not-open', defined: true })
    expect(await client.recent()).toMatchObject([{ path, title: 'Round', isMissing: false }])
    await client.forget({ path })
    expect(await client.recent()).toEqual([])
    expect(await client.open({ path })).toEqual({ project, path, title: 'Round' })
  })

  it('say what is wrong with a module, its missing media files too', async () => {
    const client = clientOf()
    const { project } = await client.create({ title: 'Checked' })
    addModule(here.projects.get(project), 'm', 'Empty')
    const { findings } = await client.check({ project, module: 'm' })
    expect(findings).toMatchObject([{ severity: 'block', rule: 'module-without-steps' }])
    await expect(client.check({ project, module: 'x' })).rejects.toMatchObject({ code: 'record-missing' })
  })
})

describe('the sample', () => {
  it('is built into a project of its own, with progress', async () => {
    const client = clientOf(async function* (project) {
      yield { type: 'progress', phase: 'Writing', fraction: 0.5, secondsLeft: null }
      addModule(project, 'm')
      yield { type: 'done', result: undefined }
    })
    const events = []
    for await (const event of await client.sample({})) events.push(event)
    expect(events.map(({ type }) => type)).toEqual(['progress', 'done'])
    expect(events.at(-1)).toMatchObject({ result: { path: join(here.folder, 'projects', 'Sample.morsel') } })
    expect(here.projects.recent()).toHaveLength(1)
  })

  it('leaves nothing behind when it fails, or when nobody waits for it', async () => {
    const path = join(here.folder, 'S')
    const fails = clientOf(async function* () {
      yield { type: 'progress', phase: 'Writing', fraction: 0, secondsLeft: null }
      throw new StudioError('ffmpeg-missing', { tool: 'ffmpeg' })
    })
    await expect(
      (async () => {
        for await (const event of await fails.sample({ path })) expect(event.type).toBe('progress')
      })(),
    ).rejects.toMatchObject({ code: 'ffmpeg-missing' })
    expect(existsSync(path)).toBe(false)

    for await (const _ of await fails.sample({ path })) break
    expect(existsSync(path)).toBe(false)
    expect(here.projects.recent()).toEqual([])
  })
})
