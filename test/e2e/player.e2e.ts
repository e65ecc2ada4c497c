import { expect, type Page, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fixtureBundle, rightToLeftBundle } from '../fixtures/bundle.ts'
import { type ModuleSite, startModuleSite, writeModule } from './support/module-site.ts'
import { playerOn, takeFixtureQuiz, watch } from './support/player-page.ts'

let site: ModuleSite
test.beforeAll(async () => {
  site = await startModuleSite()
})
test.afterAll(() => site.close())
test.use({ viewport: { width: 360, height: 740 } })

async function open(page: Page, bundle = fixtureBundle) {
  const url = await site.serve('module', bundle, 'local')
  const complaints = watch(page, site.origin)
  await page.goto(url)
  return { url, complaints, player: playerOn(page) }
}

test('the first screen is there before any script', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  const { player } = await open(page)
  await player.expectScreen('Why price comes up')
  await expect(page.getByText('Most buyers mention price')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
  await page.close()
})

test('a learner goes through by keyboard alone, and hears where they are', async ({ page }) => {
  const { complaints, player } = await open(page)
  await page.keyboard.press('ArrowRight')
  await player.expectScreen('A call that went wrong')
  await expect(player.heading).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await player.expectScreen('Question 1 of 2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  // In a group of radio buttons the arrows choose; they must not turn the page.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await player.expectScreen('Question 1 of 2')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(player.feedback).toBeFocused()
  await expect(player.feedback).toContainText('Right')
  await page.keyboard.press('ArrowRight')
  await player.expectScreen('Question 2 of 2')
  await page.keyboard.press('ArrowLeft')
  await player.expectScreen('Question 1 of 2')
  await expect(page.getByText('Right: value comes first.')).toBeVisible()
  expect(complaints).toEqual([])
})

test('checking without an answer asks for one', async ({ page }) => {
  const { player } = await open(page)
  await player.next()
  await player.next()
  await player.check()
  await expect(page.getByText('Choose an answer first')).toBeVisible()
  await player.choose('Offer ten percent off')
  await expect(page.getByText('Choose an answer first')).toBeHidden()
  await player.check()
  await expect(player.feedback).toContainText('Not right')
  await expect(page.getByText('Right answer')).toBeVisible()
  await expect(page.getByText('A discount before value teaches')).toBeVisible()
})

test('the result is told in words, and trying again keeps the best', async ({ page }) => {
  const { complaints, player } = await open(page)
  await player.next()
  await player.next()
  await takeFixtureQuiz(player, 'right')
  await expect(player.score).toHaveText('100%')
  await expect(page.getByText('Passed', { exact: true })).toBeVisible()
  await expect(page.getByText('Restate value before discussing price')).toBeVisible()

  await player.tryAgain()
  await player.expectScreen('Question 1 of 2')
  await takeFixtureQuiz(player, 'wrong')
  await expect(player.score).toHaveText('100%')
  await expect(page.getByText('This time: 0%. Your best attempt counts.')).toBeVisible()
  expect(complaints).toEqual([])
})

test('what is left to do is named, and leads there', async ({ page }) => {
  const { player } = await open(page)
  await player.next()
  await player.next()
  await player.skip()
  await player.skip()
  await player.expectScreen('Not finished yet')
  await page.getByRole('button', { name: 'Check yourself' }).click()
  await player.expectScreen('Question 1 of 2')
})

test('a learner who comes back goes on where they were, also after the author’s edit', async ({ page }) => {
  const { player } = await open(page)
  await player.next()
  await player.next()
  await player.choose('Restate the outcome they asked for')
  await player.check()
  await player.next()
  await page.reload()
  await player.expectScreen('Question 2 of 2')
  const [why, watchStep, quiz] = fixtureBundle.steps
  if (!why || !watchStep || !quiz) throw new Error('The fixture has three steps')
  const added = {
    id: 'price.new',
    kind: 'page',
    title: 'New today',
    outcome: null,
    html: '<p>New.</p>',
  } as const
  await site.serve('module', { ...fixtureBundle, steps: [added, quiz, why, watchStep] }, 'local')
  await page.reload()
  await player.expectScreen('Question 2 of 2')
  await player.back()
  await expect(page.getByText('Right: value comes first.')).toBeVisible()
})

test('swiping goes on and back, and leaves tables and videos alone', async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  const { player } = await open(page)
  await swipe(page, '.heading', -200)
  await player.expectScreen('A call that went wrong')
  await swipe(page, 'video', -200)
  await player.expectScreen('A call that went wrong')
  await swipe(page, '.heading', 200)
  await player.expectScreen('Why price comes up')
  await swipe(page, '.table', -200)
  await player.expectScreen('Why price comes up')
  await swipe(page, '.heading', -200, 300)
  await player.expectScreen('Why price comes up')
  await context.close()
})

test('where one reads from right to left, everything goes that way', async ({ page }) => {
  const { complaints, player } = await open(page, rightToLeftBundle)
  await page.keyboard.press('ArrowLeft')
  await player.expectScreen('A call that went wrong')
  await page.keyboard.press('ArrowRight')
  await player.expectScreen('Why price comes up')
  const next = await page.getByRole('button', { name: 'التالي' }).boundingBox()
  expect(next?.x).toBeLessThan(100)
  expect(complaints).toEqual([])
})

test('it plays from disk', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-module-'))
  try {
    await writeModule(folder, fixtureBundle)
    const complaints = watch(page, 'file:')
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    const player = playerOn(page)
    await player.next()
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.readyState))
      .toBeGreaterThan(0)
    await page.reload()
    await player.expectScreen('A call that went wrong')
    expect(complaints).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a browser that keeps nothing is no obstacle, and the learner is told', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  const { player } = await open(page)
  await expect(page.getByText('does not let the module keep your progress')).toBeVisible()
  await player.next()
  await player.expectScreen('A call that went wrong')
  await page.getByRole('button', { name: 'Close this note' }).click()
  await expect(page.getByText('does not let the module keep your progress')).toBeHidden()
})

test('what takes the focus is brought out from behind header and footer, and what is in them moves nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 400 })
  await open(page)
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY))
  await page.evaluate(() => window.scrollTo(0, 120))
  for (const name of ['Next', 'Back']) {
    const button = page.getByRole('button', { name, exact: true })
    if (await button.isVisible()) await button.focus()
    expect(await scrolled()).toBe(120)
  }
  // A place in the text that the header lies over.
  const link = page.locator('.content').first()
  await link.evaluate((element) => {
    element.tabIndex = -1
    element.style.blockSize = '20px'
    window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 10)
    element.focus()
  })
  const header = await page.locator('.header').boundingBox()
  const shown = await link.boundingBox()
  expect(shown?.y ?? 0).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? Infinity))
})

/** A finger that goes `across` pixels sideways (and `down`), starting on the element. */
async function swipe(page: Page, selector: string, across: number, down = 0): Promise<void> {
  await page.locator(selector).first().scrollIntoViewIfNeeded()
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, by) => {
        const touch = (x: number, y: number) =>
          new Touch({ identifier: 1, target: element, clientX: x, clientY: y })
        const from = touch(200, 300)
        const to = touch(200 + by.across, 300 + by.down)
        element.dispatchEvent(
          new TouchEvent('touchstart', { bubbles: true, touches: [from], changedTouches: [from] }),
        )
        element.dispatchEvent(
          new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [to] }),
        )
      },
      { across, down },
    )
}
