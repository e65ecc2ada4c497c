import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { code: number; stdout: string; stderr: string }

function morsel(...words: string[]): Promise<Ran> {
  const options = { cwd: folder, env: { ...process.env, MORSEL_HOME: folder } }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

const json = ({ stdout }: Ran): Record<string, unknown> => {
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(stdout) as Record<string, unknown>
}

describe('the command line', () => {
  test('makes a project where it was told to and lists it as one JSON object', async () => {
    const made = await morsel('new', 'Talks', '--json')
    expect(made.code).toBe(0)
    expect(json(made)).toMatchObject({ title: 'Talks', path: join(folder, 'Talks') })
    expect(existsSync(join(folder, 'Talks', 'project.db'))).toBe(true)
    const listed = await morsel('list', 'Talks', '--json')
    expect(json(listed)).toMatchObject({ project: join(folder, 'Talks'), modules: [], banks: [], assets: [] })
  })

  test('says what went wrong on stderr, as one object with --json, and by its exit code', async () => {
    const ran = await morsel('list', 'Nowhere', '--json')
    expect(ran.code).toBe(11)
    expect(json(ran)).toEqual({
      error: {
        code: 'project-missing',
        message: expect.stringContaining('There is no project at') as string,
        details: { path: join(folder, 'Nowhere') },
      },
    })
    expect(ran.stderr).toContain('There is no project at')
    expect(ran.stderr).not.toContain('    at ')
  })

  test.each([
    [['frobnicate'], 'There is no verb frobnicate.'],
    [['new'], '“new” needs more words.'],
    [['new', 'a', 'b'], '“new” takes no “b”.'],
    [['list', 'a', '--colour'], '--colour'],
    [['publish', 'a', '--format', 'scorm12', '--out', 'x.zip'], '--module is missing.'],
    [['publish', 'a', '--module', 'm', '--format', 'pdf', '--out', 'x'], 'There is no format pdf'],
    [['trim', 'a.mp4', 'b.mp4', '--from', 'soon', '--to', '2'], '“soon” is no time.'],
    [['trim', 'a.mp4', 'b.mp4', '--from', '3', '--to', '2'], '--to is not after --from.'],
    [['call', 'shell.dance'], 'There is no operation shell.dance'],
    [['call', 'shell.info', '{'], 'The input is not JSON.'],
  ])('%j is refused in one sentence', async (words, sentence) => {
    const ran = await morsel(...words)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(sentence)
    expect(ran.stdout).toBe('')
  })

  test('call asks any operation', async () => {
    expect(json(await morsel('call', 'shell.info'))).toMatchObject({ shell: 'cli' })
  })

  test('help names every verb', async () => {
    const { code, stdout } = await morsel('help')
    expect(code).toBe(0)
    for (const verb of [
      'open',
      'new',
      'sample',
      'import',
      'list',
      'check',
      'publish',
      'export',
      'trim',
      'podcast',
      'podcast-feed',
      'call',
      'doctor',
    ])
      expect(stdout).toContain(`\n  ${verb}`)
  })

  test('open prints the studio’s address and ends cleanly on Ctrl+C', async () => {
    const child = spawn(process.execPath, [main, 'open', '--no-browser'], {
      cwd: folder,
      env: { ...process.env, MORSEL_HOME: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const url = await new Promise<string>((resolve) => {
      child.stdout.once('data', (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? ''))
    })
    const answer = await fetch(url, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
  })
})
