import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../../../test/harness/eventually.ts'
import { numberedVideo, program } from '../../../../test/harness/media.ts'
import { failureOf } from '../../../../test/harness/work.ts'
import { namesIn } from './capabilities.ts'
import { type Places, usualPlaces } from './locate.ts'
import { createFfmpegTools } from './tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-tools-'))
afterAll(() => rmSync(folder, { recursive: true }))
const places = usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder })
const nowhere: Places = { setting: null, bundled: folder, packages: null, path: '' }
const output = join(folder, 'out.mp4')
/** Slow enough that it can be caught at work: minutes, were it left alone. */
const endless = ['-re', '-stream_loop', '-1', '-i', numberedVideo({ seconds: 4 }), '-y', output]

async function drain(work: AsyncIterable<unknown>, onEvent: () => void = () => {}) {
  for await (const _ of work) onEvent()
}

const runningAt = (path: string) => spawnSync('pgrep', ['-f', path], { encoding: 'utf8' }).stdout.trim()
const running = () => runningAt(output)

describe('running ffmpeg', () => {
  it('says that it is missing, and which setting is wrong', async () => {
    const tools = createFfmpegTools(nowhere)
    const error = await failureOf(tools.ffmpeg({ args: [], name: 'talk.mp4' }))
    expect([error.code, error.message]).toEqual([
      'ffmpeg-missing',
      'ffmpeg was not found, so media cannot be read or cut. Install ffmpeg, or set MORSEL_FFMPEG to where it is; all else works without it.',
    ])
    const set = createFfmpegTools({ ...nowhere, setting: '/opt/none' })
    expect((await failureOf(set.capabilities())).message).toContain('ffmpeg at /opt/none was not found')
  })

  it('takes an ffmpeg that appears later', () => {
    const changing = { ...nowhere }
    const tools = createFfmpegTools(changing)
    expect(tools.find('ffmpeg')).toBeNull()
    changing.setting = program('ffmpeg')
    expect(tools.find('ffmpeg')?.path).toBe(program('ffmpeg'))
  })

  it('hands on ffmpeg’s own last word when it fails', async () => {
    const tools = createFfmpegTools(places)
    const args = ['-i', import.meta.filename, '-y', output]
    const error = await failureOf(tools.ffmpeg({ args, name: 'talk.mp4' }))
    expect(error.code).toBe('ffmpeg-failed')
    expect(error.message).toMatch(/^ffmpeg could not process talk\.mp4 \(.+\)\. The original is untouched/)
    expect(error.message).not.toContain('0x')
  })

  it('yields progress against the expected length', async () => {
    const tools = createFfmpegTools(places)
    const events: (number | null)[] = []
    const args = ['-i', numberedVideo({ seconds: 4 }), '-c', 'copy', '-y', output]
    for await (const { fraction } of tools.convert({ args, name: 'x', seconds: 4, phase: 'Copying' }))
      events.push(fraction)
    expect(events[0]).toBe(0)
    expect(events.at(-1)).toBeGreaterThan(0.9)
  })
})

describe('stopping ffmpeg', () => {
  beforeEach((context) => {
    if (process.platform === 'win32') context.skip('Windows has no signals to stop a process with')
  })

  it('kills the one process when the work is cancelled', async () => {
    const tools = createFfmpegTools(places)
    const elsewhere = join(folder, 'other.mp4')
    const [controller, rest] = [new AbortController(), new AbortController()]
    const job = { args: endless, name: 'talk.mp4', seconds: 600, phase: 'Cutting', signal: controller.signal }
    const other = drain(
      tools.convert({
        ...job,
        args: [...endless.slice(0, -1), elsewhere],
        signal: rest.signal,
      }),
    )
    other.catch(() => {})
    await eventually(() => expect(runningAt(elsewhere)).not.toBe(''))
    const work = drain(tools.convert(job), () => setTimeout(() => controller.abort(), 200))
    expect((await failureOf(work)).code).toBe('cancelled')
    expect(running()).toBe('')
    expect(runningAt(elsewhere)).not.toBe('')
    rest.abort()
    expect((await failureOf(other)).code).toBe('cancelled')
  })

  it('kills it when nobody listens any more', async () => {
    const tools = createFfmpegTools(places)
    const work = tools.convert({ args: endless, name: 'talk.mp4', seconds: 600, phase: 'Cutting' })
    await work.next()
    await work.return()
    expect(running()).toBe('')
  })

  it.each(['SIGKILL', 'SIGTERM'] as const)('says so when something else ends it with %s', async (signal) => {
    rmSync(output, { force: true })
    const tools = createFfmpegTools(places)
    const work = tools.ffmpeg({ args: endless, name: 'talk.mp4' })
    work.catch(() => {})
    while (!existsSync(output)) await new Promise((resolve) => setTimeout(resolve, 20))
    for (const id of running().split('\n')) process.kill(Number(id), signal)
    const error = await failureOf(work)
    expect([error.code, error.details]).toEqual(['ffmpeg-stopped', { name: 'talk.mp4', signal }])
  })

  it('starts nothing once cancelled', async () => {
    const tools = createFfmpegTools(places)
    const signal = AbortSignal.abort()
    expect((await failureOf(tools.ffmpeg({ args: endless, name: 'x', signal }))).code).toBe('cancelled')
  })
})

describe('what an ffmpeg can do', () => {
  it('is read from its own lists', async () => {
    const capabilities = await createFfmpegTools(places).capabilities()
    expect(capabilities.version).toMatch(/\d/)
    expect(capabilities.lacks).toEqual([])
  })

  it('reads names whatever columns of flags stand before them', () => {
    const old = ' V..... libx264              libx264 H.264 (codec h264)\n A..... aac                  AAC\n'
    const filters =
      ' ... concat            N->N       Concatenate\n T.C scale             V->V       Scale\n TSC trim              V->V Trim\n'
    expect([...namesIn(old + filters)]).toEqual(['libx264', 'aac', 'concat', 'scale', 'trim'])
    expect([...namesIn('  .S trim   V->V  Newer lists have two columns\n')]).toEqual(['trim'])
  })
})
