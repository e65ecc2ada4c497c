import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit } from '../../shared/model/edit.ts'
import { createModule } from '../../shared/model/module.ts'
import type { RecordOf } from '../../shared/model/records.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { createStep, type Step } from '../../shared/model/steps/index.ts'
import { writePretendPlayer } from '../harness/pretend-player.ts'
import { failure, finish, openStudio, type StudioBench, transports } from './harness.ts'

describe.each(transports)('publish operations, %s', (transport) => {
  let studio: StudioBench
  let project: string
  beforeAll(async () => {
    studio = await openStudio(transport, { built: 'built' })
    writePretendPlayer(join(studio.folder, 'built'))
    project = (await studio.client.project.create({ title: 'Bees' })).project
    const { records } = await studio.client.project.outline({ project })
    const page = {
      ...createStep('page', { id: 'm.read', title: 'Read' }),
      body: fromPlainText('Bees dance.'),
    } as Step
    const before = Object.fromEntries(records.map((record) => [record.id, record]))
    const change = edit(before, (draft) => {
      const series = Object.values(draft).find((record) => record.type === 'series') as RecordOf<'series'>
      draft.m = { ...createModule({ id: 'm', title: 'Bees' }), steps: [page.id] }
      draft.empty = createModule({ id: 'empty', title: 'Nothing yet' })
      draft[page.id] = page
      series.modules.push('m', 'empty')
    })
    await studio.client.project.commit({ project, label: 'Add modules', change, by: 'test' })
  })
  afterAll(() => studio.close())

  const at = (name: string) => join(studio.folder, name)
  const publish = (
    out: string,
    more: { module?: string; format?: 'scorm12' | 'web'; overwrite?: boolean } = {},
  ) => studio.client.publish.module({ project, module: 'm', format: 'scorm12', out: at(out), ...more })

  test('module writes a package and tells what was written', async () => {
    const { result } = await finish(publish('m.zip'))
    expect(result).toMatchObject({ file: at('m.zip'), format: 'scorm12', module: 'm', files: 2 })
    expect(readFileSync(at('m.zip'))).toHaveLength(result.bytes)
    const folder = await finish(publish('site', { format: 'web' }))
    expect(folder.result.sha256).toBeNull()
    expect(existsSync(at('site/index.html'))).toBe(true)
  })

  test('module makes the studio’s own folder for packages, and no other', async () => {
    await finish(publish('Published/m.zip'))
    expect(existsSync(at('Published/m.zip'))).toBe(true)
    expect((await failure(finish(publish('no-such-folder/m.zip')))).code).toBe('write-failed')
  })

  test('module refuses in words: a package there already, a blocked module, one that is not there', async () => {
    const code = async (work: Promise<AsyncIterable<never>>) => {
      const error = await failure(finish(work))
      expect(error.defined).toBe(true)
      return error.code
    }
    type Refused = Promise<AsyncIterable<never>>
    expect(await code(publish('m.zip') as Refused)).toBe('file-exists')
    expect(await code(publish('n.zip', { module: 'empty' }) as Refused)).toBe('publish-blocked')
    expect(await code(publish('n.zip', { module: 'gone' }) as Refused)).toBe('record-missing')
    expect(await code(publish('n', {}) as Refused)).toBe('invalid-input')
    expect(existsSync(at('n.zip'))).toBe(false)
  })

  test('preview plays on its own origin until it is closed', async () => {
    const { result } = await finish(studio.client.publish.preview({ project, module: 'm', step: 'm.read' }))
    expect(new URL(result.url).origin).not.toBe(studio.origin)
    const page = await fetch(new URL('index.html', result.url))
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${studio.origin}`)
    await studio.client.publish.closePreview({ preview: result.preview })
    expect((await fetch(result.url)).status).toBe(404)
  })

  test('an operation that is stopped says so and leaves nothing', async () => {
    const controller = new AbortController()
    controller.abort()
    const work = studio.client.publish.module(
      { project, module: 'm', format: 'scorm12', out: at('stopped.zip') },
      { signal: controller.signal },
    )
    await failure(finish(work))
    expect(existsSync(at('stopped.zip'))).toBe(false)
  })
})
