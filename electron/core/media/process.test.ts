import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { processesWith } from '../../../test/harness/processes.ts'
import { runProcess } from './process.ts'
import { eventually } from '../../../test/harness/eventually.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-process-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hangs = 'setTimeout(() => {}, 60000)'
const node = (script: string, ...words: string[]) => ({
  path: process.execPath,
  args: ['-e', script, ...words],
})

describe('a process', () => {
  it('is killed when its time is up, and says so', async () => {
    const ended = await runProcess({ ...node(hangs), milliseconds: 100 })
    expect(ended).toMatchObject({ signal: 'SIGKILL', isOverdue: true })
  })

  it('is killed when it is cancelled before it starts', async () => {
    const ended = await runProcess({ ...node(hangs), signal: AbortSignal.abort() })
    expect(ended).toMatchObject({ signal: 'SIGKILL', isOverdue: false })
  })

  it('is killed with what it started, which holds its output open', async () => {
    const name = join(folder, 'both')
    const starts = `console.error('started'); require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(hangs)}, ${JSON.stringify(name)}], { stdio: 'inherit' })`
    const stop = new AbortController()
    const work = runProcess({ ...node(starts, name), signal: stop.signal, withChildren: true })
    if (process.platform === 'linux') await eventually(() => expect(processesWith(name).length).toBe(2))
    stop.abort()
    expect(await work).toMatchObject({ signal: 'SIGKILL' })
    await eventually(() => expect(processesWith(name)).toEqual([]))
  })

  it('that ends by itself has its code and the end of its complaint', async () => {
    const ended = await runProcess(node(`console.error('no'); process.exit(3)`))
    expect(ended).toEqual({ code: 3, signal: null, complaint: 'no\n', isOverdue: false })
  })
})
