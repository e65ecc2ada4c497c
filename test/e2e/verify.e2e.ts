import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bundleFormats } from '../../shared/contract/publish.ts'

const root = join(import.meta.dirname, '../..')
const main = join(root, 'electron/shells/cli/main.ts')
let folder: string
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-verify-'))
  await morsel('sample', 'Sample')
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Answer = { code: number; object: Record<string, unknown> }

/** Runs the command line; its exit code, and the one object it prints. */
function morsel(...words: string[]): Promise<Answer> {
  const options = { cwd: folder, env: { ...process.env, MORSEL_HOME: join(folder, 'home') } }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words, '--json'], options, (error, stdout) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        object: JSON.parse(stdout || '{}') as Record<string, unknown>,
      }),
    )
  })
}

const publish = (project: string, module: string, format: string, out: string) =>
  morsel('publish', project, '--module', module, '--format', format, '--out', out, '--verify')

for (const format of bundleFormats)
  test(`the sample as ${format} plays from first to last screen before it takes its place`, async () => {
    test.slow()
    const { code, object } = await publish('Sample', 'spot-the-signs', format, `${format}.zip`)
    const findings = object.findings as { severity: string; rule: string }[]
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
    expect(findings.map(({ rule }) => rule)).not.toContain('launch-skipped')
    expect(code).toBe(0)
    expect(existsSync(join(folder, `${format}.zip`))).toBe(true)
  })

test('a project that is broken is not published, and the finding is named', async () => {
  writeFileSync(
    join(folder, 'broken.md'),
    '---\ntitle: Broken\n---\n\n## Try {#try}\n\n```gift\n::one::Which?{\n  ~this\n  ~that\n}\n```\n',
  )
  await morsel('new', 'Broken')
  await morsel('import', 'Broken', 'broken.md')
  const { code, object } = await publish('Broken', 'broken', 'scorm12', 'broken.zip')
  expect(code).toBe(1)
  expect(object).toMatchObject({
    file: null,
    format: 'scorm12',
    findings: [{ severity: 'block', rule: 'question-without-right-choice' }],
  })
  expect(existsSync(join(folder, 'broken.zip'))).toBe(false)
})
