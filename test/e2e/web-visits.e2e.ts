import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Bundle } from '../../shared/bundle/format.ts'
import { fixtureBundle } from '../fixtures/bundle.ts'
import { stressBundle } from '../fixtures/stress.ts'
import { type ModuleSite, startModuleSite } from './support/module-site.ts'
import { packageFiles } from './support/package.ts'
import { playerOn, takeFixtureQuiz, watch } from './support/player-page.ts'
import { goThrough, kill, leaveTenTimes } from './support/quick-learner.ts'
import { republished } from './support/republished.ts'

test.describe.configure({ timeout: 300_000 })

let site: ModuleSite
test.beforeAll(async () => {
  site = await startModuleSite()
})
test.afterAll(() => site.close())

/** A learner of a module on the web: what they did is kept by their browser alone. `name` is the module's folder. */
async function learnerOf(name: string, bundle: Bundle, context: BrowserContext) {
  const problems: string[][] = []
  const url = site.serveFiles(name, await packageFiles(bundle, 'web'))
  return {
    problems: () => problems.flat(),
    async open(): Promise<Page> {
      const page = await context.newPage()
      problems.push(watch(page, site.origin))
      await page.goto(url)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return page
    },
    publishAnew: async (anew: Bundle) => void site.serveFiles(name, await packageFiles(anew, 'web')),
  }
}

/** Waits until the browser could show the module without a network. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0)
}

async function expectPassed(page: Page): Promise<void> {
  const player = playerOn(page)
  await expect(player.score).toHaveText('100%')
  await expect(page.getByText('Passed', { exact: true })).toBeVisible()
}

test('failed, then passed: the better result counts, whenever the learner comes back', async ({
  context,
}) => {
  const learner = await learnerOf('better', fixtureBundle, context)
  const first = await learner.open()
  const player = playerOn(first)
  await player.next()
  await player.next()
  await takeFixtureQuiz(player, 'wrong')
  await expect(player.score).toHaveText('0%')
  await expect(first.getByText('Not passed yet')).toBeVisible()
  await first.close()

  const second = await learner.open()
  const again = playerOn(second)
  await expect(again.score).toHaveText('0%')
  await again.tryAgain()
  await takeFixtureQuiz(again, 'right')
  await expectPassed(second)
  await second.close()

  const third = await learner.open()
  await expectPassed(third)
  await playerOn(third).tryAgain()
  await takeFixtureQuiz(playerOn(third), 'wrong')
  await expectPassed(third)
  expect(learner.problems()).toEqual([])
})

test('sixty steps: left and resumed to the end; on another device the module begins anew', async ({
  browser,
  context,
}) => {
  const learner = await learnerOf('sixty', stressBundle, context)
  const first = await learner.open()
  const begun = await goThrough(first, { questions: 25 })
  await first.close()
  const second = await learner.open()
  const rest = await goThrough(second)
  expect([begun.answered.length, rest.answered.length]).toEqual([25, 35])
  expect(new Set([...begun.answered, ...rest.answered]).size).toBe(60)
  await expectPassed(second)

  const elsewhere = await browser.newContext()
  const device = await learnerOf('sixty', stressBundle, elsewhere)
  const there = await device.open()
  await expect(there.locator('.step-count')).toHaveText('Step 1 of 60')
  expect([...learner.problems(), ...device.problems()]).toEqual([])
  await elsewhere.close()
})

test('a tab closed at ten random moments loses nothing that was answered', async ({ context }) => {
  const learner = await learnerOf('moments', stressBundle, context)
  const { answered, askedAgain } = await leaveTenTimes(async () => {
    const page = await learner.open()
    return { page, frame: page }
  })
  expect(askedAgain).toEqual([])
  const page = await learner.open()
  await expectPassed(page)
  // An answer whose page was killed before we heard of it counts as well.
  await expect(page.locator('.recap-line[data-verdict=right]')).toHaveCount(60)
  expect(answered.length).toBeGreaterThan(50)
  expect(learner.problems()).toEqual([])
})

test('the network is gone for thirty seconds: the module goes on, opens again, and keeps all of it', async ({
  context,
}) => {
  const learner = await learnerOf('gone', stressBundle, context)
  const first = await learner.open()
  await kept(first)
  const before = await goThrough(first, { questions: 2 })
  await context.setOffline(true)
  const since = Date.now()
  const during = await goThrough(first, { questions: 10, pace: 1000 })
  await kill(first)
  const again = await learner.open()
  const reopened = await goThrough(again, { questions: 5, pace: 1000 })
  expect(reopened.answered.filter((id) => [...before.answered, ...during.answered].includes(id))).toEqual([])
  await again.waitForTimeout(Math.max(0, since + 30_000 - Date.now()))
  await context.setOffline(false)
  const rest = await goThrough(again)
  expect(rest.answered).toHaveLength(60 - 2 - 10 - 5)
  await expectPassed(again)
})

test('edited and published anew in between: what still applies is kept', async ({ context }) => {
  const learner = await learnerOf('anew', stressBundle, context)
  const first = await learner.open()
  await kept(first)
  const begun = await goThrough(first, { questions: 20 })
  await first.close()
  const { bundle, removed, added } = republished(stressBundle)
  await learner.publishAnew(bundle)
  // The browser looks for a new version while it shows the one it has, which is there from the next opening on.
  await expect(async () => {
    const page = await learner.open()
    const count = await page.locator('.step-count').textContent()
    await page.close()
    expect(count).toContain(`of ${bundle.steps.length}`)
  }).toPass()
  const last = await learner.open()
  const rest = await goThrough(last)
  expect(rest.answered.filter((id) => begun.answered.includes(id))).toEqual([])
  expect(rest.answered.filter((id) => removed.includes(id))).toEqual([])
  expect(rest.answered).toEqual(expect.arrayContaining(added))
  expect(learner.problems()).toEqual([])
})
