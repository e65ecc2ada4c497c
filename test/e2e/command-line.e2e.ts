import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { startLms } from '../harness/lms/server.ts'
import { packageProblems, schemaProblems } from '../harness/scorm12-manifest.ts'
import { answer, goOn, learnerAt } from './support/lms.ts'

const root = join(import.meta.dirname, '../..')
const sample = join(root, 'resources/sample/media')

const source = `---
title: Report it
language: en
pass: 70
outcomes:
  O1: Report a suspicious message
---

## Why report {#why outcome=O1}

One report protects everybody. ![One report reaches everybody](media/one-report.png)

## Watch {#watch outcome=O1}

\`\`\`video
src: media/three-signs.mp4
keep:
  - 0:02-0:03.500
captions: media/three-signs.en.vtt
poster: 0:03
\`\`\`

## Check yourself {#check outcome=O1}

\`\`\`gift
// [id:first]
::first::A strange message asks for your password. You…{
  =report it#Right: somebody else got it too.
  ~reply#Replying tells them that the address works.
}

// [id:signs]
::signs::Which are signs?{
  ~%50%An urgent tone
  ~%50%An unknown sender
  ~%-50%Your own name
}
\`\`\`
`

/** Runs the command line in `folder` and returns the one object it prints. */
async function morsel(folder: string, ...words: string[]): Promise<Record<string, unknown>> {
  const main = join(root, 'electron/shells/cli/main.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words, '--json'], {
    cwd: folder,
    env: { ...process.env, MORSEL_HOME: join(folder, 'home') },
  })
  return JSON.parse(stdout) as Record<string, unknown>
}

test('a module written as text becomes a package that an LMS records, by the command line alone', async ({
  context,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-command-line-'))
  mkdirSync(join(folder, 'media'))
  for (const name of ['one-report.png', 'three-signs.mp4', 'three-signs.en.vtt'])
    copyFileSync(join(sample, name), join(folder, 'media', name))
  writeFileSync(join(folder, 'module.md'), source)

  await morsel(folder, 'new', 'P')
  const imported = await morsel(folder, 'import', 'P', 'module.md')
  expect(imported).toMatchObject({
    imported: { modules: 1, steps: 3, questions: 2, assets: 3 },
    changed: 0,
    refused: 0,
  })
  expect(await morsel(folder, 'check', 'P', '--module', 'report-it')).toEqual({ findings: [] })
  const zip = join(folder, 'm.zip')
  const published = await morsel(
    folder,
    'publish',
    'P',
    '--module',
    'report-it',
    '--format',
    'scorm12',
    '--out',
    zip,
  )
  expect(published).toMatchObject({ file: zip, format: 'scorm12', module: 'report-it' })

  const lms = await startLms(zip)
  try {
    expect(schemaProblems(lms.manifest)).toEqual([])
    expect(packageProblems(lms.manifest, lms.files)).toEqual([])
    const learner = learnerAt(lms, context)
    const { page, module } = await learner.launch()
    await expect(module.getByRole('img', { name: 'One report reaches everybody' })).toHaveJSProperty(
      'complete',
      true,
    )
    await goOn(module)
    const seconds = () => module.locator('video').evaluate((element: HTMLVideoElement) => element.duration)
    await expect.poll(seconds).toBeCloseTo(1.5, 1)
    await goOn(module)
    await answer(module, 'report it')
    await goOn(module)
    await answer(module, 'An urgent tone', 'An unknown sender')
    await goOn(module, 'Finish')
    await page.goto('about:blank')
    expect(await learner.committed()).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '100',
      'cmi.interactions.0.id': 'report-it.check.first',
      'cmi.interactions.0.result': 'correct',
      'cmi.interactions.1.id': 'report-it.check.signs',
      'cmi.interactions.1.student_response': 'a,b',
    })
    expect((await learner.calls()).filter(({ error }) => error !== '0')).toEqual([])
    expect(learner.problems).toEqual([])
  } finally {
    await lms.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
