import { expect, type Page, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fixtureBundle, rightToLeftBundle } from '../fixtures/bundle.ts'
import { guidedBundle } from '../fixtures/guided.ts'
import { guidedPodcastBundle } from '../fixtures/podcast.ts'
import { type ModuleSite, startModuleSite } from './support/module-site.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
  run: (
    context: object,
    options: object,
  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

let site: ModuleSite
test.beforeAll(async () => {
  site = await startModuleSite()
})
test.afterAll(() => site.close())

/** What axe finds on the screen shown, as `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  // Colours are measured when nothing is on its way in.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document as object, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

/** Whether the screen is wider than the window, so that a phone would scroll sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Pixels between the bar with Back and Next and the window's lower edge: it stands there on short screens and long ones. */
const footerGap = (page: Page) =>
  page.evaluate(() => {
    const bottom = document.querySelector('.footer')?.getBoundingClientRect().bottom ?? 0
    return Math.round(window.innerHeight - bottom)
  })

/** Goes through every kind of screen in each of its states. */
async function eachScreen(page: Page, visit: (screen: string) => Promise<void>): Promise<void> {
  const next = () => page.locator('.button-next').click()
  const choose = (place: number) => page.locator('.choice-input').nth(place).check()
  const check = () => page.locator('.check button').click()
  await visit('page')
  await next()
  await visit('video')
  await next()
  await check()
  await visit('question, nothing chosen')
  await choose(2)
  await check()
  await visit('question, partly right')
  await next()
  await choose(0)
  await choose(1)
  await visit('question, several chosen')
  await check()
  await visit('question with several, checked')
  await next()
  await visit('results')
}

/** Goes through a module that leads by the hand, in the states that only such a module has. */
async function eachGuidedScreen(page: Page, visit: (screen: string) => Promise<void>): Promise<void> {
  const next = () => page.locator('.button-next').click()
  const answerWrongly = async () => {
    for (const choice of ['b', 'c']) {
      await page.locator(`.choice-input[value=${choice}]`).check()
      await page.locator('.check button').click()
      if (choice === 'b') await next()
    }
  }
  await page.locator('.contents summary').click()
  await visit('contents')
  await page.keyboard.press('Escape')
  await next()
  await visit('video that must be watched')
  await page.locator('.transcript summary').click()
  await expect(page.locator('.cue')).toBeVisible()
  await visit('transcript')
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
  })
  await expect(page.locator('.watched')).toHaveAttribute('data-state', 'done')
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  await visit('video that was watched')
  await next()
  await visit('question that must be answered')
  await answerWrongly()
  await visit('quiz below the score it asks for')
  await next()
  await answerWrongly()
  await next()
  await visit('results without attempts left')
  await page.locator('.contents summary').click()
  await visit('contents with everything open')
  await page.keyboard.press('Escape')
  await page.locator('.header [data-do=exit]').click()
  await visit('closed')
  const { pathname } = new URL(page.url())
  await page.goto('about:blank')
  await page.goto(site.origin + pathname)
  await visit('welcome back')
}

const looks = [
  { name: 'light', bundle: fixtureBundle, use: { colorScheme: 'light' as const } },
  { name: 'dark', bundle: fixtureBundle, use: { colorScheme: 'dark' as const } },
  { name: 'right to left', bundle: rightToLeftBundle, use: { colorScheme: 'light' as const } },
  { name: 'right to left, dark', bundle: rightToLeftBundle, use: { colorScheme: 'dark' as const } },
]
for (const { name, bundle, use } of looks) {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    test(`every screen is accessible and fits: ${name}, ${viewport.width} pixels wide`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ ...use, viewport, bypassCSP: true })
      await context.addInitScript(axeSource)
      const page = await context.newPage()
      await page.goto(await site.serve(name.replace(/\W/g, ''), bundle, 'local'))
      await eachScreen(page, async (screen) => {
        expect(await findings(page), screen).toEqual([])
        expect(await overflow(page), screen).toBe(0)
        expect(await footerGap(page), screen).toBe(0)
      })
      await context.close()
    })
  }
}

const guidedArabic = {
  ...guidedBundle,
  ...rightToLeftBundle,
  id: 'guided-ar',
  steps: guidedBundle.steps,
  behaviour: guidedBundle.behaviour,
}
const guidedLooks = [
  { name: 'light', bundle: guidedBundle, use: {} },
  { name: 'dark', bundle: guidedBundle, use: { colorScheme: 'dark' as const } },
  { name: 'right to left', bundle: guidedArabic, use: {} },
  { name: 'landscape', bundle: guidedBundle, use: { viewport: { width: 640, height: 320 } } },
  { name: 'forced colours', bundle: guidedBundle, use: { forcedColors: 'active' as const } },
  {
    name: 'text of twice the size',
    bundle: guidedBundle,
    use: { viewport: { width: 640, height: 800 } },
    text: '200%',
  },
]
for (const { name, bundle, use, text } of guidedLooks) {
  test(`a module that leads by the hand is accessible and fits: ${name}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
      reducedMotion: 'reduce',
      ...use,
    })
    await context.addInitScript(axeSource)
    if (text)
      await context.addInitScript((size) => {
        document.documentElement.style.fontSize = size
      }, text)
    const page = await context.newPage()
    await page.goto(await site.serve(`guided-${name.replace(/\W/g, '')}`, bundle, 'local'))
    await eachGuidedScreen(page, async (screen) => {
      expect(await findings(page), screen).toEqual([])
      expect(await overflow(page), screen).toBe(0)
      if (process.env.MORSEL_LOOK)
        await page.screenshot({ path: `${process.env.MORSEL_LOOK}/${name}-${screen}.png`, fullPage: true })
    })
    await context.close()
  })
}

const arabicEpisode = { ...guidedPodcastBundle, ...rightToLeftBundle, steps: guidedPodcastBundle.steps }
for (const { name, bundle, use, text } of guidedLooks) {
  test(`an episode is accessible and fits: ${name}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
      reducedMotion: 'reduce',
      ...use,
    })
    await context.addInitScript(axeSource)
    if (text)
      await context.addInitScript((size) => {
        document.documentElement.style.fontSize = size
      }, text)
    const page = await context.newPage()
    const episode = bundle.direction === 'rtl' ? arabicEpisode : guidedPodcastBundle
    await page.goto(await site.serve(`episode-${name.replace(/\W/g, '')}`, episode, 'local'))
    await page.locator('.button-next').click()
    const visit = async (screen: string) => {
      expect(await findings(page), screen).toEqual([])
      expect(await overflow(page), screen).toBe(0)
      if (process.env.MORSEL_LOOK)
        await page.screenshot({ path: `${process.env.MORSEL_LOOK}/${name}-${screen}.png`, fullPage: true })
    }
    await visit('episode')
    await page.locator('.spoken summary').click()
    await page.locator('.chapters button').nth(1).click()
    await expect(page.locator('.cues [aria-current]')).toBeVisible()
    await visit('episode that is played, with its transcript')
    await context.close()
  })
}

test('the note that nothing is recorded is accessible and can be put away by keyboard', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })
  await context.addInitScript(axeSource)
  const page = await context.newPage()
  await page.goto(await site.serve('noted', fixtureBundle, 'scorm12'))
  const note = page.getByText('found no learning platform')
  await expect(note).toBeVisible()
  expect(await findings(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Close this note' }).focus()
  await page.keyboard.press('Enter')
  await expect(note).toBeHidden()
  await context.close()
})
