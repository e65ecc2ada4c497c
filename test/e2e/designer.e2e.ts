import { expect, type Page, test } from '@playwright/test'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { numberedVideo } from '../harness/media.ts'
import { designerAt } from './support/designer.ts'
import { startStudio } from './support/studio.ts'

const picture = join(import.meta.dirname, '../../resources/sample/media/one-report.png')

test('a designer writes a page, trims a video, asks two questions, takes it all back, and publishes', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const video = numberedVideo({ name: 'lifting.mp4', seconds: 6 })
  let studio = await startStudio()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const problems: string[] = []
  let page = await open(studio.url)

  async function open(url: string): Promise<Page> {
    const opened = await context.newPage()
    opened.on('pageerror', (error) => problems.push(error.message))
    opened.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    opened.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`)
    })
    opened.on('dialog', (dialog) => {
      problems.push(`a native dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    await opened.goto(url)
    return opened
  }

  try {
    let designer = designerAt(page)
    await designer.newProject('Safe lifting')
    await designer.newModule('Lift without hurting your back')

    // A page with a heading, a list and a picture.
    await designer.addStep('Page', 'Look before you lift')
    await designer.text.click()
    await page.keyboard.type('## Three looks')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Look at the load, the way and the place. ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('Then lift.')
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- Is it heavy?')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Is the floor dry?')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await designer.choose(
      page.getByRole('toolbar', { name: 'Text' }).getByRole('button', { name: 'Picture' }),
      picture,
    )
    await page.getByRole('textbox', { name: 'Alternative text' }).fill('One report reaches everybody')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(designer.text.getByRole('heading', { name: 'Three looks', level: 2 })).toBeVisible()
    await expect(designer.text.getByRole('listitem')).toHaveCount(2)
    await expect(designer.text.getByRole('img', { name: 'One report reaches everybody' })).toBeVisible()
    await expect(designer.text.locator('strong')).toHaveText('Then lift.')

    // A real video, trimmed by dragging and by typing.
    await designer.addStep('Video', 'See it done')
    await designer.choose(page.getByRole('button', { name: 'Choose a video' }), video)
    const start = page.getByRole('slider', { name: /start/i })
    await expect(start).toBeVisible({ timeout: 30_000 })
    const handle = await start.boundingBox()
    if (!handle) throw new Error('the handle has no place on the screen')
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
    await page.mouse.down()
    await page.mouse.move(handle.x + 140, handle.y + handle.height / 2, { steps: 8 })
    await page.mouse.up()
    const from = page.getByRole('textbox', { name: 'From' })
    await expect(from).not.toHaveValue('0:00.000')
    await from.fill('0:01.500')
    await from.press('Enter')
    const to = page.getByRole('textbox', { name: 'To' })
    await to.fill('0:04')
    await to.press('Enter')
    await expect(to).toHaveValue('0:04.000')

    // Two questions.
    await designer.addStep('Quiz', 'Check yourself')
    await designer.addQuestion('Single choice', 'What comes first?', ['Looking', 'Lifting', 'Running'])
    const second = await designer.addQuestion('Multiple response', 'What do you look at?', [
      'The load',
      'The way',
      'The clock',
    ])
    await second.getByRole('textbox', { name: 'Feedback for choice 3' }).click()
    await page.keyboard.type('The clock can wait.')
    await designer.saved()

    // Undo across quiz, video and page, and redo it all: one stack.
    const undoButton = page.getByRole('button', { name: /^Undo/ })
    for (let steps = 0; steps < 200 && (await undoButton.isEnabled()); steps++) await designer.undo()
    await expect(undoButton).toBeDisabled()
    await expect(page.getByRole('button', { name: 'Add the first module' })).toBeVisible()
    const redoButton = page.getByRole('button', { name: /^Redo/ })
    for (let steps = 0; steps < 200 && (await redoButton.isEnabled()); steps++) await designer.redo()
    await expect(redoButton).toBeDisabled()
    await designer.goTo('Look before you lift')
    await expect(designer.text.locator('strong')).toHaveText('Then lift.')
    await expect(designer.text.getByRole('img', { name: 'One report reaches everybody' })).toBeVisible()
    await designer.goTo('See it done')
    await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('0:01.500')
    await designer.goTo('Check yourself')
    const feedback = page
      .getByRole('region', { name: 'Question 2' })
      .getByRole('textbox', { name: 'Feedback for choice 3' })
    await expect(feedback).toHaveText('The clock can wait.')
    await designer.saved()

    // Close, open again, undo once more: the stack is still there.
    await page.close()
    await studio.stop()
    studio = await startStudio({ home: studio.home })
    page = await open(studio.url)
    designer = designerAt(page)
    await page.getByRole('button', { name: /^Safe lifting/ }).click()
    await designer.goTo('Check yourself')
    await expect(
      page
        .getByRole('region', { name: 'Question 2' })
        .getByRole('textbox', { name: 'Feedback for choice 3' }),
    ).toHaveText('The clock can wait.')
    await designer.undo()
    await expect(
      page
        .getByRole('region', { name: 'Question 2' })
        .getByRole('textbox', { name: 'Feedback for choice 3' }),
    ).toHaveText('')
    await designer.redo()
    await designer.saved()

    // Preview as a learner, and answer.
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('From the beginning').click()
    const learner = page.frameLocator('iframe').frameLocator('iframe')
    await expect(learner.getByRole('heading', { name: 'Look before you lift', level: 1 })).toBeVisible({
      timeout: 60_000,
    })
    await learner.getByRole('button', { name: /next|continue/i }).click()
    await expect(learner.getByRole('heading', { name: 'See it done', level: 1 })).toBeVisible()
    const seconds = await learner.locator('video').evaluate(
      (element: HTMLVideoElement) =>
        new Promise<number>((resolve) => {
          if (element.readyState > 0) resolve(element.duration)
          else element.addEventListener('loadedmetadata', () => resolve(element.duration), { once: true })
        }),
    )
    expect(seconds).toBeCloseTo(2.5, 1)
    await learner.getByRole('button', { name: /next|continue/i }).click()
    await learner.getByRole('radio', { name: 'Looking' }).check()
    await learner.getByRole('button', { name: /check/i }).click()
    await expect(learner.getByText('Right', { exact: true }).filter({ visible: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Close preview' }).click()

    // Publish by keyboard alone: the formats are one stop, and leaving puts the focus where the dialog opens from.
    const dialog = page.getByRole('dialog', { name: /Publish/ })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('publish')
    await page.keyboard.press('Enter')
    const format = (name: string) => dialog.getByRole('radio', { name })
    await format('SCORM 1.2').focus()
    await page.keyboard.press('ArrowDown')
    await expect(format('SCORM 2004')).toBeChecked()
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('textbox', { name: 'File' })).toBeFocused()
    await expect(dialog.getByRole('textbox', { name: 'File' })).toHaveValue(/-scorm2004\.zip$/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Publish' })).toBeFocused()

    // Publish, and find the zip.
    await page.getByRole('button', { name: 'Publish' }).click()
    await dialog.getByRole('textbox', { name: 'File' }).fill(join(studio.home, 'lifting.zip'))
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await expect(dialog.getByText('Published as SCORM 1.2')).toBeVisible({ timeout: 60_000 })
    expect(statSync(join(studio.home, 'lifting.zip')).size).toBeGreaterThan(20_000)
    expect(problems).toEqual([])
  } finally {
    await context.close()
    await studio.close()
  }
})
