import { expect, type Page, test } from '@playwright/test'
import { hasEspeak, withoutEspeak } from '../harness/speaks.ts'
import { designerAt } from './support/designer.ts'
import { startStudio } from './support/studio.ts'
import { openWatched } from './support/window.ts'

test.use({ actionTimeout: 20_000 })

/** What is put out from now on is listened to: `window.heard` tells how loud it is at this moment. */
async function listenIn(page: Page) {
  await page.evaluate(() => {
    const taps = new Map<BaseAudioContext, AnalyserNode>()
    const connect: (this: AudioNode, target: AudioNode) => AudioNode = Reflect.get(
      AudioNode.prototype,
      'connect',
    )
    AudioNode.prototype.connect = function (this: AudioNode, target: AudioNode) {
      if (target === this.context.destination) {
        const tap = taps.get(this.context) ?? new AnalyserNode(this.context, { fftSize: 8192 })
        taps.set(this.context, tap)
        connect.call(this, tap)
      }
      return connect.call(this, target)
    } as typeof AudioNode.prototype.connect
    Object.assign(window, {
      heard: () => {
        let loudest = 0
        for (const tap of taps.values()) {
          // What stands still puts nothing out, though the last of it can be read for ever.
          if (tap.context.state !== 'running') continue
          const samples = new Float32Array(tap.fftSize)
          tap.getFloatTimeDomainData(samples)
          for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample))
        }
        return loudest
      },
    })
  })
}
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: () => number }).heard())

test('the timeline plays what it shows: pressed, sought by keys, and edited while it plays', async ({
  browser,
}) => {
  test.skip(!hasEspeak, withoutEspeak)
  test.setTimeout(300_000)
  const studio = await startStudio()
  const { page, problems } = await openWatched(browser, studio.url)
  const designer = designerAt(page)
  const playhead = page.getByRole('slider', { name: 'Playhead' })
  const stands = async () => Number(await playhead.getAttribute('aria-valuenow'))
  const seconds = () => playhead.getAttribute('aria-valuemax').then(Number)
  try {
    await designer.newProject('Talks')
    await designer.newModule('Lift without hurting your back')
    await designer.addStep('Page', 'Look before you lift')
    await designer.text.click()
    await page.keyboard.type('Look at the load, and at the way you go with it. Then lift with your legs.')
    await designer.addStep('Podcast', 'Listen instead')
    await page.getByRole('button', { name: 'Draft from module' }).click()
    await expect(playhead).toBeVisible({ timeout: 60_000 })
    await expect(playhead).toHaveAttribute('aria-valuetext', /^0 seconds of \d+ seconds$/)
    await listenIn(page)

    // Pressed, it speaks and the playhead goes on.
    await page.getByRole('button', { name: 'Play the timeline' }).click()
    await expect.poll(() => heard(page)).toBeGreaterThan(0.02)
    await expect.poll(stands).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'Pause the timeline' }).click()
    await expect.poll(() => heard(page)).toBe(0)

    // By keys: to the end, back by a second, to the beginning.
    await playhead.focus()
    await page.keyboard.press('End')
    expect(await stands()).toBe(await seconds())
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await expect(playhead).toHaveAttribute('aria-valuetext', /^1 second of/)
    await page.keyboard.press('Home')

    // While it plays, the silence before the last line becomes longer, and it goes on into that.
    const before = await seconds()
    await page.getByRole('option').last().click()
    const silence = page.getByRole('textbox', { name: 'Silence before' })
    await silence.fill('40')
    await expect.poll(seconds).toBeGreaterThan(before + 35)
    await playhead.focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Pause the timeline' })).toBeVisible()
    await silence.fill('60')
    await expect.poll(seconds).toBeGreaterThan(before + 55)
    await expect(page.getByRole('button', { name: 'Pause the timeline' })).toBeVisible()

    // In the silence nothing is to be heard; the line after it is.
    await playhead.focus()
    await page.keyboard.press('End')
    await expect(page.getByRole('button', { name: 'Play the timeline' })).toBeVisible()
    for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown')
    await page.keyboard.press('Space')
    const from = await stands()
    await expect.poll(stands).toBeGreaterThan(from + 1)
    expect(await heard(page)).toBe(0)
    await page.getByRole('button', { name: 'Play from this line' }).click()
    await expect.poll(stands).toBeGreaterThan(before + 50)
    await expect.poll(() => heard(page)).toBeGreaterThan(0.02)

    // What else is heard ends it.
    await page
      .getByRole('button', { name: /^Hear this line/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: 'Play the timeline' })).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await page.context().close()
    await studio.close()
  }
})
