import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type FrameLocator, test } from '@playwright/test'
import { type Lms, startLms } from '../harness/lms/server.ts'
import { packageProblems, schemaProblems } from '../harness/scorm12-manifest.ts'
import { answer, goOn, learnerAt, type RecordedCall } from './support/lms.ts'
import { publishPlayable } from './support/playable.ts'

let lms: Lms
test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-scorm12-'))
  lms = await startLms(await publishPlayable(folder, { format: 'scorm12', out: join(folder, 'm.zip') }))
})
test.afterAll(() => lms.close())

const interactions = (committed: Record<string, string>) =>
  Object.fromEntries(Object.entries(committed).filter(([element]) => element.includes('interactions')))

const isSet = ({ method }: RecordedCall) => method === 'LMSSetValue'

/** From the first screen to the first question. */
async function toQuiz(module: FrameLocator): Promise<void> {
  await goOn(module)
  await expect(module.getByRole('heading', { level: 1 })).toHaveText('Watch')
  await goOn(module)
  await expect(module.getByRole('heading', { level: 1 })).toContainText('Try')
}

test('the package is what SCORM 1.2 asks for', () => {
  expect(schemaProblems(lms.manifest)).toEqual([])
  expect(packageProblems(lms.manifest, lms.files)).toEqual([])
})

test('a learner’s answers, score and status are recorded, and nothing is refused', async ({ context }) => {
  const learner = learnerAt(lms, context)
  const { page, module } = await learner.launch()
  await expect(module.getByRole('heading', { level: 1 })).toHaveText('Read')
  await expect(module.getByRole('img', { name: 'A bee' })).toHaveJSProperty('complete', true)
  await goOn(module)
  const video = module.locator('video')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBeGreaterThan(0)
  expect(await video.evaluate((element: HTMLVideoElement) => element.duration)).toBeCloseTo(1, 1)
  await goOn(module)
  await answer(module, 'Choice 1')
  await goOn(module)
  await answer(module, 'Choice 1', 'Choice 3')
  await goOn(module, 'Finish')
  await expect(module.getByText('50%').first()).toBeVisible()
  await page.goto('about:blank')

  const committed = await learner.committed()
  expect(committed).toMatchObject({
    'cmi.core.lesson_status': 'failed',
    'cmi.core.score.raw': '50',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.exit': 'suspend',
  })
  expect(interactions(committed)).toMatchObject({
    'cmi.interactions.0.id': 'm.try.one',
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.student_response': 'a',
    'cmi.interactions.0.correct_responses.0.pattern': 'a',
    'cmi.interactions.0.result': 'correct',
    'cmi.interactions.1.id': 'm.try.two',
    'cmi.interactions.1.student_response': 'a,c',
    'cmi.interactions.1.correct_responses.0.pattern': 'a,b',
    'cmi.interactions.1.result': 'wrong',
  })
  const calls = await learner.calls()
  expect(calls.filter(({ error }) => error !== '0')).toEqual([])
  expect(calls.map(({ method }) => method).filter((method) => method === 'LMSFinish')).toHaveLength(1)
  expect(calls.at(-1)?.method).toBe('LMSFinish')
  // An untouched module has no score, and a score comes with its status in one commit.
  const scoreAt = calls.findIndex((call) => isSet(call) && call.element === 'cmi.core.score.raw')
  const statusAt = calls.findIndex((call) => isSet(call) && call.value === 'failed')
  expect(calls.slice(0, scoreAt).some(({ method }) => method === 'LMSCommit')).toBe(true)
  expect(
    calls.slice(Math.min(scoreAt, statusAt), Math.max(scoreAt, statusAt)).map(({ method }) => method),
  ).not.toContain('LMSCommit')
  expect(learner.problems).toEqual([])
})

test('a tab closed half-way opens again at the same place with the same answers', async ({ context }) => {
  const learner = learnerAt(lms, context)
  const first = await learner.launch()
  await toQuiz(first.module)
  await answer(first.module, 'Choice 2')
  await goOn(first.module)
  await expect(first.module.getByText('What of m.try.two?')).toBeVisible()
  const order = await first.module.locator('.choices').innerText()
  await expect.poll(async () => (await learner.committed())['cmi.interactions.0.student_response']).toBe('b')
  // Killed: no page hears of it.
  await first.page.close({ runBeforeUnload: false })
  expect((await learner.committed())['cmi.core.lesson_status']).toBe('incomplete')
  expect(await learner.committed()).not.toHaveProperty(['cmi.core.score.raw'])

  const second = await learner.launch()
  await expect(second.module.getByText('What of m.try.two?')).toBeVisible()
  expect(await second.module.locator('.choices').innerText()).toBe(order)
  await second.module.getByRole('button', { name: 'Back' }).click()
  await expect(second.module.getByLabel('Choice 2')).toBeChecked()
  await expect(second.module.getByLabel('Choice 2')).toBeDisabled()
  await goOn(second.module)
  await answer(second.module, 'Choice 1', 'Choice 2')
  await goOn(second.module, 'Finish')
  await second.page.goto('about:blank')
  const committed = await learner.committed()
  expect(committed['cmi.core.score.raw']).toBe('50')
  // The second visit adds to the first one's interactions.
  expect(committed['cmi.interactions.0.id']).toBe('m.try.one')
  expect(committed['cmi.interactions.1.id']).toBe('m.try.two')
  expect((await learner.calls()).filter(({ error }) => error !== '0')).toEqual([])
  expect(learner.problems).toEqual([])
})

test('a better second attempt counts, a worse one never lowers what is recorded', async ({ context }) => {
  const learner = learnerAt(lms, context)
  async function take(isFirst: boolean, ...second: string[]) {
    const { page, module } = await learner.launch()
    if (isFirst) await toQuiz(module)
    else await module.getByRole('button', { name: 'Try again' }).click()
    await answer(module, 'Choice 1')
    await goOn(module)
    await answer(module, ...second)
    await goOn(module, 'Finish')
    await page.goto('about:blank')
    const committed = await learner.committed()
    return [committed['cmi.core.lesson_status'], committed['cmi.core.score.raw']]
  }
  expect(await take(true, 'Choice 3')).toEqual(['failed', '50'])
  expect(await take(false, 'Choice 1', 'Choice 2')).toEqual(['passed', '100'])
  expect(await take(false, 'Choice 3')).toEqual(['passed', '100'])
  expect((await learner.calls()).filter(({ error }) => error !== '0')).toEqual([])
})

test('what was done is committed before the page is hidden, and nothing ends by that', async ({
  context,
}) => {
  const learner = learnerAt(lms, context)
  const { page, module } = await learner.launch()
  await toQuiz(module)
  await answer(module, 'Choice 1')
  await module.locator('body').evaluate((body) => {
    Object.defineProperty(body.ownerDocument, 'visibilityState', { value: 'hidden' })
    body.ownerDocument.dispatchEvent(new Event('visibilitychange'))
  })
  const calls = await learner.calls()
  const lastSet = calls.findLastIndex(({ method }) => method === 'LMSSetValue')
  expect(calls.slice(lastSet).some(({ method }) => method === 'LMSCommit')).toBe(true)
  expect(calls.some(({ method }) => method === 'LMSFinish')).toBe(false)
  expect((await learner.committed())['cmi.interactions.0.student_response']).toBe('a')
  await page.close()
})

for (const mode of ['review', 'browse'])
  test(`in ${mode} mode nothing is written`, async ({ context }) => {
    const learner = learnerAt(lms, context)
    const { page, module } = await learner.launch(`?mode=${mode}`)
    await expect(module.getByText(/nothing you do now is recorded/)).toBeVisible()
    await toQuiz(module)
    await answer(module, 'Choice 1')
    await page.goto('about:blank')
    const calls = await learner.calls()
    expect(calls.filter(isSet)).toEqual([])
    expect(calls.at(-1)?.method).toBe('LMSFinish')
    expect(calls.filter(({ error }) => error !== '0')).toEqual([])
    expect(learner.problems).toEqual([])
  })

test('without an LMS the module says so and plays on', async ({ context }) => {
  const learner = learnerAt(lms, context)
  const { module } = await learner.launch('?api=none')
  await expect(module.getByText(/found no learning platform/)).toBeVisible()
  await toQuiz(module)
  await answer(module, 'Choice 1')
  await expect(module.getByText('Right').filter({ visible: true }).first()).toBeVisible()
  expect(await learner.calls()).toEqual([])
  expect(learner.problems).toEqual([])
})
