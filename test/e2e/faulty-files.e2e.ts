import { expect, type Locator, test } from '@playwright/test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { media, numberedVideo } from '../harness/media.ts'
import { atWork, close } from './support/at-work.ts'
import { onDisk } from './support/closed.ts'
import { type RunningStudio, startStudio } from './support/studio.ts'
import type { Watched } from './support/window.ts'

const picturePath = join(import.meta.dirname, '../../resources/sample/media/one-report.png')
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const hostileName = '<img src=x onerror=alert(1)>'

/** Writes files to choose from, and waits for what is said of them. */
function filesFor({ page }: Watched, studio: RunningStudio) {
  const folder = join(studio.home, 'files')
  mkdirSync(folder)
  const alert = page.getByRole('alert')
  return {
    put: (name: string, bytes: string | Buffer): string => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    },
    /** Waits for the one sentence and takes it off the screen. */
    said: async (...parts: string[]) => {
      await expect(alert).toHaveCount(1)
      for (const part of parts) await expect(alert).toContainText(part)
      await alert.getByRole('button').click()
      await expect(alert).toHaveCount(0)
    },
  }
}

test('pictures that are none get one sentence each, and change nothing', async ({ browser }) => {
  const studio = await startStudio()
  const work = await atWork(browser, studio)
  const { page, problems, designer, folder } = work
  const { put, said } = filesFor(work, studio)
  const movie = readFileSync(numberedVideo({ name: 'small.mp4', seconds: 2 }))
  try {
    const picture = page.getByRole('toolbar', { name: 'Text' }).getByRole('button', { name: 'Picture' })
    for (const [file, ...parts] of [
      [put('script.svg', script), 'script.svg', 'an SVG drawing', 'Export it as PNG'],
      [put('script.png', script), 'script.png', 'an SVG drawing'],
      [put('empty.png', ''), 'empty.png is empty (0 bytes)'],
      [put('cut.png', readFileSync(picturePath).subarray(0, 20)), 'cut.png is damaged'],
      [put(`${hostileName}.png`, 'Only words.'), `${hostileName}.png`],
    ] as const) {
      await designer.text.click()
      await designer.choose(picture, file)
      await said(...parts)
    }
    await dropOn(designer.text, { name: `${hostileName}.svg`, type: 'image/svg+xml', content: script })
    await said(`${hostileName}.svg`, 'an SVG drawing')
    await designer.text.click()
    await designer.choose(picture, put('movie.png', movie))
    await expect(page.getByText('movie.png is not a picture that text can show.')).toBeVisible()
    await expect(designer.text).toHaveText('Kept.')
    await expect(designer.text.locator('img')).toHaveCount(0)
    await expect(page.locator('img[src="x"]')).toHaveCount(0)

    await page.close()
    await studio.stop()
    const { steps, problems: wrong } = onDisk(folder)
    expect(JSON.stringify(steps)).not.toContain('"image"')
    expect(wrong).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await close(studio, work)
  }
})

test('videos that are none get one sentence each, and a wrong name alone harms nothing', async ({
  browser,
}) => {
  const studio = await startStudio()
  const work = await atWork(browser, studio)
  const { page, problems, designer, folder } = work
  const { put, said } = filesFor(work, studio)
  const movie = readFileSync(numberedVideo({ name: 'small.mp4', seconds: 2 }))
  const webm = media('real.webm', ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:d=1', '-c:v', 'libvpx'])
  try {
    await designer.addStep('Video', 'Video')
    const choose = page.getByRole('button', { name: 'Choose a video' })
    for (const [file, ...parts] of [
      [put('words.mp4', 'Only words.'), 'words.mp4'],
      [put('empty.mp4', ''), 'empty.mp4 is empty (0 bytes)'],
      [put('cut.mp4', movie.subarray(0, 2000)), 'cut.mp4 is damaged'],
      [put('drawing.mp4', script), 'drawing.mp4', 'an SVG drawing'],
      [put('picture.mp4', readFileSync(picturePath)), 'picture.mp4', 'It takes videos'],
    ] as const) {
      await designer.choose(choose, file)
      await said(...parts)
      await expect(choose).toBeVisible()
    }
    await dropOn(choose, { name: `${hostileName}.mp4`, type: 'video/mp4', content: 'Only words.' })
    await said(`${hostileName}.mp4`)
    await expect(page.locator('img[src="x"]')).toHaveCount(0)

    await designer.choose(choose, put('named.mp4', readFileSync(webm)))
    await expect(page.getByRole('slider', { name: /start/i })).toBeVisible()
    await designer.saved()
    await page.close()
    await studio.stop()
    const { steps, problems: wrong } = onDisk(folder)
    expect(steps.map((step) => step.kind)).toEqual(['page', 'video'])
    expect(wrong).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await close(studio, work)
  }
})

/** Drops a file on a place of the page, as from a folder of the desktop. */
async function dropOn(place: Locator, file: { name: string; type: string; content: string }) {
  await place.evaluate((element, { name, type, content }) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([content], name, { type }))
    const box = element.getBoundingClientRect()
    const at = { clientX: box.left + 5, clientY: box.top + 5, bubbles: true, cancelable: true, dataTransfer }
    for (const type of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(type, at))
  }, file)
}

test('without ffmpeg a video is refused in one sentence, and pages and quizzes go on', async ({
  browser,
}) => {
  const studio = await startStudio({ environment: { MORSEL_FFMPEG: '/nowhere/ffmpeg' } })
  const work = await atWork(browser, studio)
  const { page, problems, designer, folder } = work
  try {
    await designer.addStep('Video', 'Video')
    const choose = page.getByRole('button', { name: 'Choose a video' })
    await designer.choose(choose, numberedVideo({ name: 'small.mp4', seconds: 2 }))
    await expect(page.getByRole('alert')).toContainText('at /nowhere/ffmpeg was not found')
    await expect(page.getByRole('alert')).toHaveCount(1)
    await page.getByRole('alert').getByRole('button').click()
    await expect(choose).toBeVisible()

    await designer.addStep('Quiz', 'Quiz')
    await designer.addQuestion('Single choice', 'Does it go on?', ['Yes', 'No'])
    await designer.goTo('Page')
    await designer.text.click()
    const picture = page.getByRole('toolbar', { name: 'Text' }).getByRole('button', { name: 'Picture' })
    await designer.choose(picture, picturePath)
    await expect(designer.text.locator('img')).toBeVisible()
    await page.keyboard.press('Escape')
    await designer.saved()
    await page.close()
    await studio.stop()
    expect(onDisk(folder).problems).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await close(studio, work)
  }
})
