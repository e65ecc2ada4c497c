import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failure, openStudio, type StudioBench, transports } from './harness.ts'

describe.each(transports)('shell operations, %s', (transport) => {
  let studio: StudioBench
  beforeAll(async () => {
    studio = await openStudio(transport)
  })
  afterAll(() => studio.close())

  test('info says what this shell can do and where previews run', async () => {
    const info = await studio.client.shell.info()
    expect(info).toMatchObject({ shell: 'web', mediaBase: '', projectsFolder: studio.folder })
    expect(info.can).toEqual({
      pickProject: false,
      pickMedia: false,
      pickSave: false,
      pickFolder: false,
      reveal: false,
    })
    expect(new URL(info.previewOrigin).hostname).toBe('127.0.0.1')
    expect(info.previewOrigin).not.toBe(studio.origin)
  })

  test('doctor names the Node that runs and what each missing thing costs', async () => {
    const found = await studio.client.shell.doctor()
    expect(found.node.version).toBe(process.version)
    for (const problem of found.problems) {
      expect(problem.message).toMatch(/\.$/)
      expect(problem.cost).toMatch(/\.$/)
    }
  })

  test.each([
    ['pickProject', () => studio.client.shell.pickProject()],
    ['pickMedia', () => studio.client.shell.pickMedia()],
    ['pickSave', () => studio.client.shell.pickSave({ suggested: '/tmp/a.zip' })],
    ['pickFolder', () => studio.client.shell.pickFolder({ suggested: '/tmp/feed' })],
    ['reveal', () => studio.client.shell.reveal({ path: '/tmp/a.zip' })],
  ])('%s says it cannot be done here, and what to do instead', async (_name, call) => {
    const error = await failure(call())
    expect(error).toMatchObject({ code: 'unsupported', defined: true })
    expect(error.message).toContain('cannot be done here')
  })

  test('input of the wrong shape is refused', async () => {
    const error = await failure(studio.client.shell.reveal({ path: '' }))
    expect(error).toMatchObject({ code: 'invalid-input', defined: true })
    expect(error.message).toMatch(/^shell\.reveal was asked wrongly: path: .+ Correct it and try again\.$/)
  })
})
