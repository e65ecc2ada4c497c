import { type Browser, type BrowserContext, expect, type Frame, type Page, test } from '@playwright/test'
import { fixtureBundle } from '../../fixtures/bundle.ts'
import { stressBundle } from '../../fixtures/stress.ts'
import type { Edition } from '../../harness/lms/host.ts'
import { type Lms, startLmsWith } from '../../harness/lms/server.ts'
import { learnerAt, type RecordedCall } from './lms.ts'
import { packageFiles } from './package.ts'
import { playerOn, takeFixtureQuiz } from './player-page.ts'
import { goThrough, kill, leaveTenTimes } from './quick-learner.ts'
import { republished } from './republished.ts'

/** What the editions call what these tests look at. */
const names = {
  scorm12: { status: 'cmi.core.lesson_status', score: 'cmi.core.score.raw', response: 'student_response' },
  scorm2004: { status: 'cmi.success_status', score: 'cmi.score.raw', response: 'learner_response' },
}

/** Refused calls; a 2004 value that is not there yet, and what was cut off with the network, are no fault of ours. */
const refused = (calls: RecordedCall[]) =>
  calls.filter(({ error, element, method }) => {
    const isExpected = (error === '403' && method.endsWith('GetValue')) || (error === '391' && element === '')
    return error !== '0' && !isExpected
  })

const idsOf = (committed: Record<string, string>) =>
  Object.entries(committed).flatMap(([element, value]) =>
    /^cmi\.interactions\.\d+\.id$/.test(element) ? value : [],
  )

/** Another device: what the LMS keeps is there, what the browser kept by itself is not. */
async function elsewhere(browser: Browser, context: BrowserContext): Promise<BrowserContext> {
  const { cookies, origins } = await context.storageState()
  const ofLms = origins.map(({ origin, localStorage }) => ({
    origin,
    localStorage: localStorage.filter(({ name }) => !name.startsWith('morsel:')),
  }))
  return browser.newContext({ storageState: { cookies, origins: ofLms } })
}

/** The visits of learners to modules under an LMS of this edition. */
export function scormVisits(edition: Edition): void {
  const { status, score, response } = names[edition]
  const files = (bundle: typeof stressBundle) => packageFiles(bundle, edition)
  const lmses: Lms[] = []

  async function lmsWith(bundle: typeof stressBundle): Promise<Lms> {
    const lms = await startLmsWith(await files(bundle), edition)
    lmses.push(lms)
    return lms
  }
  test.afterAll(async () => {
    await Promise.all(lmses.map((lms) => lms.close()))
  })
  const frameOf = (page: Page): Frame => {
    const frame = page.frames()[1]
    if (!frame) throw new Error('The LMS frames a module')
    return frame
  }

  test('failed, then passed: the better result counts, and outcomes are told', async ({ context }) => {
    const lms = await lmsWith(fixtureBundle)
    const learner = learnerAt(lms, context)
    const { page, module } = await learner.launch()
    const player = playerOn(module)
    await player.next()
    await player.next()
    await takeFixtureQuiz(player, 'wrong')
    await expect.poll(async () => (await learner.committed())[status], { timeout: 60_000 }).toBe('failed')
    expect((await learner.committed())[score]).toBe('0')
    await player.tryAgain()
    await takeFixtureQuiz(player, 'right')
    await expect.poll(async () => (await learner.committed())[status], { timeout: 60_000 }).toBe('passed')
    const committed = await learner.committed()
    expect(committed[score]).toBe('100')
    expect(idsOf(committed)).toHaveLength(4)
    expect(committed).toMatchObject({
      'cmi.interactions.0.objectives.0.id': 'price.O2',
      'cmi.objectives.0.id': 'price.O1',
      'cmi.objectives.1.id': 'price.O2',
      'cmi.objectives.1.score.raw': '100',
    })
    await page.close()
    expect(refused(await learner.calls())).toEqual([])
    expect(learner.problems).toEqual([])
  })

  test('sixty steps: suspended, resumed on another device, to the end, all within the limits', async ({
    browser,
    context,
  }) => {
    const lms = await lmsWith(stressBundle)
    const first = learnerAt(lms, context)
    const here = await first.launch()
    const begun = await goThrough(frameOf(here.page), { questions: 25 })
    await here.page.goto('about:blank')
    const there = await elsewhere(browser, context)
    const second = learnerAt(lms, there)
    const { page } = await second.launch()
    const rest = await goThrough(frameOf(page))
    expect([begun.answered.length, rest.answered.length]).toEqual([25, 35])
    expect(new Set([...begun.answered, ...rest.answered]).size).toBe(60)
    await page.goto('about:blank')
    const committed = await second.committed()
    expect(committed[status]).toBe('passed')
    expect(committed[score]).toBe('100')
    expect(new Set(idsOf(committed)).size).toBe(60)
    expect(committed['cmi.suspend_data']?.length).toBeLessThanOrEqual(4096)
    expect(refused(await second.calls())).toEqual([])
    expect([...first.problems, ...second.problems]).toEqual([])
    await there.close()
  })

  test('a tab closed at ten random moments loses nothing that was answered', async ({ context }) => {
    const lms = await lmsWith(stressBundle)
    const learner = learnerAt(lms, context)
    const { answered, askedAgain } = await leaveTenTimes(async () => {
      const { page } = await learner.launch()
      return { page, frame: frameOf(page) }
    })
    // An answer whose page was killed before we heard of it counts as well: all sixty are there in the end.
    expect(askedAgain).toEqual([])
    await expect
      .poll(async () => new Set(idsOf(await learner.committed())).size, { timeout: 60_000 })
      .toBe(60)
    expect(idsOf(await learner.committed())).toEqual(expect.arrayContaining(answered))
    expect((await learner.committed())[score]).toBe('100')
    expect(refused(await learner.calls())).toEqual([])
  })

  test('the network is gone for thirty seconds: the learner is told, and all is recorded after it', async ({
    context,
  }) => {
    const lms = await lmsWith(stressBundle)
    const learner = learnerAt(lms, context)
    await context.clock.install()
    const { page, module } = await learner.launch()
    await goThrough(frameOf(page), { questions: 2 })
    await context.clock.runFor(1000)
    await expect.poll(async () => idsOf(await learner.committed()).length, { timeout: 60_000 }).toBe(2)
    await context.setOffline(true)
    await goThrough(frameOf(page), { questions: 2 })
    await context.clock.runFor(30_000)
    await expect(module.getByText('not being recorded at the moment')).toBeVisible()
    expect(idsOf(await learner.committed())).toHaveLength(2)
    await context.setOffline(false)
    await context.clock.runFor(10_000)
    await expect(module.getByText('not being recorded at the moment')).toBeHidden()
    await expect.poll(async () => idsOf(await learner.committed()).length).toBe(4)

    // Gone once more, and this time the tab is killed before it is back.
    await context.setOffline(true)
    const lost = await goThrough(frameOf(page), { questions: 2 })
    await context.clock.runFor(30_000)
    await kill(page)
    await context.setOffline(false)
    const again = await learner.launch()
    await expect
      .poll(async () => idsOf(await learner.committed()), { timeout: 60_000 })
      .toEqual(expect.arrayContaining(lost.answered))
    expect((await learner.committed())[`cmi.interactions.5.${response}`]).toMatch(/^a/)
    const rest = await goThrough(frameOf(again.page))
    expect(rest.answered).toHaveLength(54)
    expect(refused(await learner.calls()).filter(({ method }) => method.endsWith('SetValue'))).toEqual([])
  })

  test('edited and published anew in between: what still applies is kept', async ({ context }) => {
    const lms = await lmsWith(stressBundle)
    const learner = learnerAt(lms, context)
    const before = await learner.launch()
    const begun = await goThrough(frameOf(before.page), { questions: 20 })
    await before.page.goto('about:blank')
    const { bundle, removed, added } = republished(stressBundle)
    lms.replace(await files(bundle))
    const { page } = await learner.launch()
    const rest = await goThrough(frameOf(page), {})
    expect(rest.answered.filter((id) => begun.answered.includes(id))).toEqual([])
    expect(rest.answered.filter((id) => removed.includes(id))).toEqual([])
    expect(rest.answered).toEqual(expect.arrayContaining(added))
    await page.goto('about:blank')
    expect(refused(await learner.calls())).toEqual([])
    expect(learner.problems).toEqual([])
  })
}
