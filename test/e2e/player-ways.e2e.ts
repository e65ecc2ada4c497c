import { expect, type Page, test } from '@playwright/test'
import { fixtureBundle } from '../fixtures/bundle.ts'
import { guidedBundle } from '../fixtures/guided.ts'
import { type ModuleSite, startModuleSite } from './support/module-site.ts'
import { playerOn, watch } from './support/player-page.ts'

let site: ModuleSite
test.beforeAll(async () => {
  site = await startModuleSite()
})
test.afterAll(() => site.close())
test.use({ viewport: { width: 360, height: 740 } })

/** Closes the module's tab and opens its address once more, as a course's link does. */
async function comeBack(page: Page, url: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url)
}

async function open(page: Page, bundle = guidedBundle, hash = '') {
  const url = await site.serve('ways', bundle, 'local')
  const complaints = watch(page, site.origin)
  await page.goto(`${url}${hash}`)
  return { url, complaints, player: playerOn(page) }
}

/** Plays the video on the screen, from `start` on, until half of it was seen. */
async function watchHalf(page: Page): Promise<void> {
  const video = page.locator('video')
  await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true
    element.playbackRate = 2
    await element.play()
  })
  await expect(page.getByText('Watched', { exact: true })).toBeVisible()
}

test('a module that leads by the hand opens one step after the other, and says what it waits for', async ({
  page,
}) => {
  const { complaints, player } = await open(page)
  const contents = page.locator('.contents summary')
  await contents.click()
  await expect(page.getByRole('button', { name: 'Check yourself Locked' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(contents).toBeFocused()

  await player.next()
  await player.expectScreen('A call that went wrong')
  const reason = page.getByText('Watch 50% of the video to go on.')
  await expect(reason).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await player.expectScreen('A call that went wrong')
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused()
  await watchHalf(page)
  await expect(reason).toBeHidden()

  await player.next()
  await expect(page.getByText('Answer to go on.')).toBeVisible()
  await player.choose('Offer ten percent off')
  await player.check()
  await player.next()
  await player.choose('A lower price per seat')
  await player.check()
  await expect(page.getByText('You need 60% here to go on.')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await player.expectScreen('Question 2 of 2')
  await page.locator('.button-next').click()
  await player.expectScreen('Question 1 of 2')
  await player.choose('Restate the outcome they asked for')
  await player.check()
  await player.next()
  await player.choose('Fewer seats in the first year')
  await player.choose('Start with one team')
  await player.check()
  await player.finish()
  await expect(player.score).toHaveText('100%')
  await expect(page.getByText('Attempts left: 0')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
  expect(complaints).toEqual([])
})

test('whoever has used up the attempts goes on, and is told how it went', async ({ page }) => {
  const { player } = await open(page)
  await player.next()
  await watchHalf(page)
  await player.next()
  for (const leave of [() => page.locator('.button-next').click(), () => player.finish()]) {
    await player.choose('Offer ten percent off')
    await player.check()
    await player.next()
    await player.choose('A lower price per seat')
    await player.check()
    await leave()
  }
  await expect(player.score).toHaveText('0%')
  await expect(page.getByText('Not passed yet')).toBeVisible()
  await expect(page.getByText('You need 70% to pass.')).toBeVisible()
})

test('a video that must be watched but cannot be played keeps nobody from going on', async ({ page }) => {
  await page.route('**/call.mp4', (route) => route.fulfill({ status: 200, body: 'no video' }))
  const { player } = await open(page)
  await player.next()
  await expect(page.getByText('The video cannot be played here.')).toBeVisible()
  await player.next()
  await player.expectScreen('Question 1 of 2')
})

test('whoever comes back is asked where to go on', async ({ page }) => {
  const { player, url } = await open(page)
  await player.next()
  await player.expectScreen('A call that went wrong')
  await comeBack(page, url)
  await player.expectScreen('Welcome back')
  await expect(player.heading).toContainText('A call that went wrong')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Go on where you were' })).toBeFocused()
  await page.keyboard.press('Enter')
  await player.expectScreen('A call that went wrong')
  await comeBack(page, url)
  await page.getByRole('button', { name: 'Start again' }).click()
  await player.expectScreen('Why price comes up')
})

test('a module that never resumes begins at the beginning, and keeps what was reached', async ({ page }) => {
  const never = { ...fixtureBundle, behaviour: { ...fixtureBundle.behaviour, resume: 'never' as const } }
  const { player, url } = await open(page, never)
  await player.next()
  await player.next()
  await player.expectScreen('Question 1 of 2')
  await comeBack(page, url)
  await player.expectScreen('Why price comes up')
})

test('the button that closes the module says when everything is recorded', async ({ page }) => {
  const { player } = await open(page)
  await player.next()
  await page.getByRole('button', { name: 'Close module' }).click()
  await player.expectScreen('You can close this window now.')
  await expect(player.heading).toBeFocused()
  await expect(page.getByRole('button', { name: 'Next' })).toBeHidden()
})

test('a link leads to a step, goes along as one goes, and opens nothing that is closed', async ({ page }) => {
  const free = await open(page, fixtureBundle, '#price.check')
  await free.player.expectScreen('Question 1 of 2')
  await free.player.back()
  await expect(page).toHaveURL(/#price\.watch$/)
  await page.goBack()
  await free.player.expectScreen('Question 1 of 2')
  await page.evaluate(() => {
    window.location.hash = '#price.why'
  })
  await free.player.expectScreen('Why price comes up')

  await page.goto('about:blank')
  const guided = await open(page, guidedBundle, '#price.check')
  await guided.player.expectScreen('Why price comes up')
})

test('the transcript reads the captions, follows the video and leads to any line', async ({ page }) => {
  const { player } = await open(page, fixtureBundle)
  await player.next()
  await page.getByText('Transcript').click()
  const line = page.getByRole('button', { name: 'Hello.' })
  await expect(line).toBeVisible()
  const video = page.locator('video')
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 3
  })
  await line.click()
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBe(0)
  await expect(line).toHaveAttribute('aria-current', 'true')
  await page.getByLabel('Speed').selectOption('1.5')
  expect(await video.evaluate((element: HTMLVideoElement) => element.playbackRate)).toBe(1.5)
})

test('on paper every step is there, and on the screen again only the one that was', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', document.body.innerText)
  })
  const { player } = await open(page, fixtureBundle)
  await page.locator('.contents summary').click()
  await page.getByRole('button', { name: 'Print' }).click()
  const paper = () => page.locator('html').getAttribute('data-printed')
  await expect.poll(paper).toContain('A buyer says “too expensive”. What do you do first?')
  expect(await paper()).toContain('Which of these make the scope smaller without a discount?')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await player.expectScreen('Why price comes up')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
})
