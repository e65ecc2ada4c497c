import { expect, type Page, test } from '@playwright/test'
import { join } from 'node:path'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { startLms } from '../harness/lms/server.ts'
import { media } from '../harness/media.ts'
import { hasEspeak, withoutEspeak } from '../harness/speaks.ts'
import { designerAt } from './support/designer.ts'
import { goOn, learnerAt } from './support/lms.ts'
import { startStudio } from './support/studio.ts'
import { openWatched } from './support/window.ts'

// A microphone that beeps, and nobody to ask for it.
test.use({
  actionTimeout: 20_000,
  launchOptions: {
    executablePath: findChromium(),
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

const music = () => media('jingle.wav', '-f lavfi -i sine=f=220:d=8 -af volume=0.4 -ac 2'.split(' '))

const picture = () => media('load.png', '-f lavfi -i testsrc2=s=300x200 -frames:v 1'.split(' '))

/** Beeps, into which the designer speaks. */
async function record(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Line \d+/ })
  await dialog.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(dialog.getByText('Recording. Read it now.')).toBeVisible()
  await page.waitForTimeout(1500)
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByText(/^\d+\.\d seconds\./)).toBeVisible()
  await dialog.getByRole('button', { name: 'Use this take' }).click()
  await expect(dialog).toBeHidden()
}

test('a module becomes an episode: drafted, edited, recorded, rendered, published, heard to the end', async ({
  browser,
}) => {
  test.skip(!hasEspeak, withoutEspeak)
  test.setTimeout(400_000)
  const studio = await startStudio()
  const { page, problems } = await openWatched(browser, studio.url)
  const designer = designerAt(page)
  try {
    await designer.newProject('Talks')
    await designer.newModule('Lift without hurting your back')
    await designer.addStep('Page', 'Look before you lift')
    await designer.text.click()
    await page.keyboard.type('Look at the load. Look at the way. Then lift with your legs.')
    await designer.saved()

    // From the module's own words to a script.
    await designer.addStep('Podcast', 'Listen instead')
    await page.getByRole('button', { name: 'Draft from module' }).click()
    const script = page.getByRole('region', { name: 'Script' })
    const lines = script.getByRole('textbox', { name: /says$/ })
    const drafted = await lines.count()
    expect(drafted).toBeGreaterThanOrEqual(3)
    await expect(lines.last()).toHaveValue('Look at the load. Look at the way. Then lift with your legs.')

    // Two lines are edited, a third is made by parting one; one undo takes the parting back.
    await lines.first().fill('Welcome. One minute on lifting.')
    await lines.nth(1).fill('What do I look at first?')
    await lines.last().click()
    await page.keyboard.press('Control+Home')
    for (let sign = 0; sign < 'Look at the load.'.length; sign++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(lines).toHaveCount(drafted + 1)
    await expect(lines.last()).toHaveValue('Look at the way. Then lift with your legs.')
    await designer.undo()
    await expect(lines).toHaveCount(drafted)
    await designer.redo()
    await expect(lines).toHaveCount(drafted + 1)

    // The page changes: the line that came from it says so, and is brought up to date alone.
    await designer.goTo('Look before you lift')
    await designer.text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Never twist.')
    await designer.goTo('Listen instead')
    await page.getByRole('button', { name: 'Update this line' }).click()
    await expect(script.getByText('Its source has changed.')).toHaveCount(0)
    await expect(lines.nth(drafted - 1)).toHaveValue(/Never twist\.$/)
    await expect(lines.first()).toHaveValue('Welcome. One minute on lifting.')

    // One line is heard, one is recorded.
    await script
      .getByRole('button', { name: /^Hear this line/ })
      .first()
      .click()
    await expect(script.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
    await script
      .getByRole('button', { name: /^Record this line/ })
      .nth(1)
      .click()
    await record(page)
    await expect(script.getByText('Recorded', { exact: true })).toBeVisible()
    await expect(lines.nth(1)).toHaveValue('What do I look at first?')

    await designer.choose(page.getByRole('button', { name: 'Choose the intro' }), music())
    await designer.choose(page.getByRole('button', { name: 'Choose the bed' }), music())
    await expect(page.getByRole('button', { name: 'Change the bed' })).toBeVisible()
    await expect(page.getByRole('option', { name: /^Ben at 0:/ }).first()).toBeVisible()

    // A chapter gets a picture, which is a part of the file.
    await script
      .getByRole('button', { name: /^Choose a picture for chapter/ })
      .first()
      .click()
    await designer.choose(page.getByRole('menuitem', { name: 'From a file…' }), picture())
    await expect(script.getByRole('button', { name: /^Picture of chapter.*: load\.png$/ })).toBeVisible()

    // Rendered with progress, cancelled once, and then to the end.
    const tray = page.getByRole('region', { name: 'Work in progress' })
    await page.getByRole('button', { name: 'Render episode' }).click()
    await expect(tray.getByRole('progressbar')).toBeVisible()
    await tray.getByRole('button', { name: 'Cancel' }).click()
    await expect(tray).toBeHidden()
    await expect(page.getByText('Not rendered yet')).toBeVisible()
    await page.getByRole('button', { name: 'Render episode' }).click()
    await expect(tray.getByText(/^\d+ %/)).toBeVisible()
    await expect(page.getByText(/^Rendered: 0:\d\d/)).toBeVisible({ timeout: 60_000 })
    await page.getByRole('switch', { name: 'Must be listened to' }).click({ force: true })
    await designer.saved()

    // As a learner would meet it, in the preview.
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('This step', { exact: true }).click()
    const preview = page.frameLocator('iframe').frameLocator('iframe')
    await expect(preview.getByRole('heading', { name: 'Listen instead', level: 1 })).toBeVisible()
    await expect(preview.getByText('One minute on lifting.')).toBeAttached()
    await page.getByRole('button', { name: 'Close preview' }).click()

    const zip = join(studio.home, 'lifting.zip')
    await page.getByRole('button', { name: 'Publish' }).click()
    const dialog = page.getByRole('dialog', { name: /Publish/ })
    await dialog.getByRole('textbox', { name: 'File' }).fill(zip)
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await expect(dialog.getByText('Published as SCORM 1.2')).toBeVisible({ timeout: 60_000 })
    expect(problems).toEqual([])

    const lms = await startLms(zip)
    const context = await browser.newContext()
    try {
      const learner = learnerAt(lms, context)
      const first = await learner.launch()
      await goOn(first.module)
      await expect(first.module.getByRole('heading', { name: 'Listen instead', level: 1 })).toBeVisible()
      const heard = first.module.locator('audio')
      await first.module.getByRole('button', { name: 'Play' }).click()
      await expect
        .poll(() => heard.evaluate((audio: HTMLAudioElement) => audio.currentTime))
        .toBeGreaterThan(3)
      await first.module.getByRole('button', { name: 'Pause' }).click()
      const left = await heard.evaluate((audio: HTMLAudioElement) => audio.currentTime)
      await expect.poll(async () => (await learner.committed())['cmi.core.lesson_status']).toBe('incomplete')
      await first.page.close()

      // Another visit goes on where this one stopped; the transcript follows, and leads to where it is said.
      const second = await learner.launch()
      await expect(second.module.getByRole('heading', { name: 'Listen instead', level: 1 })).toBeVisible()
      const again = second.module.locator('audio')
      await expect
        .poll(async () =>
          Math.abs((await again.evaluate((audio: HTMLAudioElement) => audio.currentTime)) - left),
        )
        .toBeLessThan(1.5)
      await second.module.getByText('Transcript').click()
      await second.module.getByRole('link', { name: 'One minute on lifting.' }).click()
      await expect(
        second.module.locator('[aria-current="true"]', { hasText: 'One minute on lifting.' }),
      ).toBeVisible()
      await again.evaluate((audio: HTMLAudioElement) => {
        audio.currentTime = 0
        audio.playbackRate = 4
      })
      await expect(second.module.locator('img.chapter-picture')).toBeVisible({ timeout: 60_000 })
      await expect
        .poll(async () => (await learner.committed())['cmi.core.lesson_status'], { timeout: 60_000 })
        .toMatch(/completed|passed/)
      expect(learner.problems).toEqual([])
    } finally {
      await context.close()
      await lms.close()
    }
  } finally {
    await page.context().close()
    await studio.close()
  }
})
