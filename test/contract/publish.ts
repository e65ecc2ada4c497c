import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit } from '../../shared/model/edit.ts'
import { createModule } from '../../shared/model/module.ts'
import type { RecordMap, RecordOf } from '../../shared/model/records.ts'
import { createStep } from '../../shared/model/steps/index.ts'
import { failure, finish, openStudio, type StudioBench, transports } from './harness.ts'

describe.each(transports)('publish operations, %s', (transport) => {
  let studio: StudioBench
  let project: string
  beforeAll(async () => {
    studio = await openStudio(transport)
    project = (await studio.client.project.create({ title: 'Publish' })).project
    const { records } = await studio.client.project.outline({ project })
    const before: RecordMap = Object.fromEntries(records.map((record) => [record.id, record]))
    const change = edit(before, (draft) => {
      const series = Object.values(draft).find((record) => record.type === 'series') as RecordOf<'series'>
      const page = createStep('page', { id: 'lifting.first', title: 'Bend your knees' }) as Extract<
        RecordOf<'step'>,
        { kind: 'page' }
      >
      page.body = [{ type: 'paragraph', children: [{ type: 'text', text: 'Keep the load close.' }] }]
      draft[page.id] = page
      draft.lifting = { ...createModule({ id: 'lifting', title: 'Lifting safely' }), steps: [page.id] }
      draft.empty = createModule({ id: 'empty', title: 'Empty' })
      series.modules.push('lifting', 'empty')
    })
    await studio.client.project.commit({ project, label: 'Write', change })
  })
  afterAll(() => studio.close())

  test('module writes a package and says what it wrote', async () => {
    const out = join(studio.folder, 'lifting.zip')
    const call = () =>
      finish(studio.client.publish.module({ project, module: 'lifting', format: 'scorm12', out }))
    const { result } = await call()
    expect(result).toMatchObject({
      file: out,
      format: 'scorm12',
      module: 'lifting',
      bytes: statSync(out).size,
    })
    expect(result.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await failure(call())).toMatchObject({ code: 'file-exists', defined: true })
  })

  test('a module that cannot be published says why, and writes nothing', async () => {
    const out = join(studio.folder, 'empty.zip')
    const call = finish(studio.client.publish.module({ project, module: 'empty', format: 'web', out }))
    expect(await failure(call)).toMatchObject({ code: 'publish-blocked', defined: true })
    expect(existsSync(out)).toBe(false)
  })

  test('preview plays on its own origin until it is closed', async () => {
    const { result } = await finish(studio.client.publish.preview({ project, module: 'lifting' }))
    const info = await studio.client.shell.info()
    expect(new URL(result.url).origin).toBe(info.previewOrigin)
    const page = new URL('index.html', result.url)
    const answer = await fetch(page)
    expect(await answer.text()).toContain('Keep the load close.')
    expect(answer.headers.get('content-security-policy')).toContain(studio.origin)
    await studio.client.publish.closePreview({ preview: result.preview })
    expect((await fetch(page)).status).toBe(404)
  })
})
