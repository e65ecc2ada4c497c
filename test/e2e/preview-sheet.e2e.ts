import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { patiently as expect, type PreviewBench, startPreviewBench } from './support/preview-sheet.ts'

// Every test is a studio's whole page with a module inside; the machine may be busy with others.

let bench: PreviewBench
test.beforeAll(async () => {
  bench = await startPreviewBench()
})
test.afterAll(() => bench.close())

test('the inspector says in words what the LMS knows, call by call and value by value', async ({
  browser,
}) => {
  const { page, player, inspector, summary, problems } = await bench.open(browser)
  await expect(summary).toHaveText('The LMS now knows: opened, nothing answered, no score yet, not finished.')
  await player.next()
  await player.next()
  await player.choose('Wait')
  await player.check()
  await expect(summary).toHaveText('The LMS now knows: question 1 answered, no score yet, not finished.')
  await expect(inspector.getByText('All of it is kept')).toBeVisible()
  const line = inspector.getByText('Question 1 answered: “Wait”, not right')
  await line.focus()
  await line.click()
  await expect(inspector.getByText('cmi.interactions.0.student_response')).toBeVisible()
  await expect(inspector.getByText('Asks for:')).toHaveCount(0)
  await inspector.getByRole('switch', { name: 'Also what the module asks for' }).click({ force: true })
  await expect(inspector.getByText('Asks for: mode')).toBeVisible()
  await inspector.getByRole('tab', { name: 'What is kept' }).click()
  await expect(
    inspector.getByRole('row', { name: /^Status cmi\.core\.lesson_status incomplete$/ }),
  ).toBeVisible()
  await player.next()
  await player.choose('When the jug is too hot to hold')
  await player.check()
  await player.next()
  await expect(summary).toHaveText('The LMS now knows: all 2 questions answered, 50 %, finished, not passed.')
  expect(problems).toEqual([])
  await page.close()
})

test('a tab that is closed keeps the answer, and opens where it was', async ({ browser }) => {
  const { page, player, inspector } = await bench.open(browser)
  await player.next()
  await player.next()
  await player.choose('Wait')
  await player.check()
  await expect(inspector.getByText('Question 1 answered: “Wait”')).toBeVisible()
  await expect(inspector.getByText('All of it is kept')).toBeVisible()
  await page.getByRole('button', { name: 'Close the tab now' }).click()
  await expect(
    page.getByText('The LMS had kept: question 1 answered, no score yet, not finished.'),
  ).toBeVisible()
  await expect(inspector.getByText('The tab is closed without a goodbye')).toBeVisible()
  await expect(inspector.getByText('Says goodbye to the LMS')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Close the tab now' })).toBeDisabled()
  await page.getByRole('button', { name: 'Resume' }).click()
  await player.expectScreen('Check yourself')
  await expect(player.feedback).toContainText('Not right')
  await page.getByRole('button', { name: 'Restart' }).click()
  await player.expectScreen('Why milk is steamed')
  await expect(inspector.getByText('Question 1 answered')).toHaveCount(0)
  await page.close()
})

test('faults show what they promise', async ({ browser }) => {
  const { page, player, module, inspector, behave, statusOf } = await bench.open(browser)

  await test.step('refused commits: told, explained, and made good afterwards', async () => {
    await behave('Refuses to save')
    await player.next()
    await expect(inspector.getByText('Refused:').first()).toBeVisible()
    await expect(inspector.getByText('The LMS could not save.').first()).toBeVisible()
    await expect(inspector.getByText('Some of it is not kept yet.')).toBeVisible()
    await behave('Works')
    await player.next()
    await expect(inspector.getByText('All of it is kept')).toBeVisible()
  })

  await test.step('no network: files do not come, nothing is saved', async () => {
    await page.getByLabel('Network').selectOption('No network')
    await expect(inspector.getByText('The network is gone: steps already loaded')).toBeVisible()
    expect(await statusOf('index.html')).toBe(503)
    await player.choose('Lower the jug')
    await player.check()
    await expect(inspector.getByText('Some of it is not kept yet.')).toBeVisible()
    await page.getByLabel('Network').selectOption('Fast network')
    await player.next()
    await expect(inspector.getByText('All of it is kept')).toBeVisible()
    expect(await statusOf('index.html')).toBe(200)
  })

  await test.step('a slow LMS: a wait, and all is kept', async () => {
    await behave('Saves slowly')
    await player.choose('Never')
    await player.check()
    await expect(inspector.getByText('All of it is kept')).toBeVisible()
  })

  await test.step('review: the learner is told, and nothing is recorded', async () => {
    await behave('Opens for review')
    await expect(module.getByText('You are looking back at this module')).toBeVisible()
    await expect(inspector.getByText('the learner is told that nothing new is recorded')).toBeVisible()
  })

  await test.step('no LMS at all: the learner is told, and goes on', async () => {
    await behave('Is not there')
    await expect(module.getByText('found no learning platform')).toBeVisible()
    await player.next()
  })
  await page.close()
})

test('Moodle’s ban on “unload” loses nothing, and strict limits can be lifted', async ({ browser }) => {
  const { page, player, module, inspector, menu } = await bench.open(browser)
  const mayUnload = () =>
    module.locator('body').evaluate(() => {
      const { featurePolicy } = document as { featurePolicy?: { allowsFeature: (name: string) => boolean } }
      return featurePolicy?.allowsFeature('unload')
    })
  await menu(async () => {
    await page.getByRole('switch', { name: 'Forbids “unload”' }).click({ force: true })
    await page.getByRole('switch', { name: 'Strict limits' }).click({ force: true })
  })
  await expect(inspector.getByText('Strict limits are off')).toBeVisible()
  await expect(inspector.getByText('The learner leaves the module')).toHaveCount(2)
  await expect(player.heading).toBeVisible()
  expect(await mayUnload()).toBe(false)
  await player.next()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(inspector.getByText('The learner leaves the module')).toHaveCount(3)
  await player.expectScreen('Two sounds')
  await page.close()
})

test('the module can be opened for every kind of learner', async ({ browser }) => {
  const { page, player, summary } = await bench.open(browser)
  const as = (label: string) => page.getByLabel('Preview as').selectOption(label)
  await as('Coming back in the middle')
  await player.expectScreen('Check yourself')
  await expect(page.getByText('Where to start')).toHaveCount(0)
  await as('Failed once')
  await expect(summary).toContainText('0 %, finished, not passed.')
  await expect(player.score).toContainText('0')
  await as('Passed')
  await expect(summary).toContainText('100 %, finished and passed.')
  await as('With an older version')
  await player.expectScreen('Two sounds')
  await as('First visit')
  await player.expectScreen('Why milk is steamed')
  await page.close()
})

test('a device can be small, and can be turned', async ({ browser }) => {
  const { page, module, player } = await bench.open(browser)
  const size = () => module.locator('html').evaluate(() => [window.innerWidth, window.innerHeight])
  await expect.poll(size).toEqual([390, 844])
  const turn = page.getByRole('button', { name: 'Turn the device' })
  await turn.click()
  await expect(turn).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(size).toEqual([844, 390])
  await page.getByText('Small phone').click()
  await expect.poll(size).toEqual([568, 320])
  await turn.click()
  await expect.poll(size).toEqual([320, 568])
  // The same page all along: nothing was loaded anew.
  await player.next()
  await page.getByText('Desktop', { exact: true }).click()
  await expect(turn).toBeDisabled()
  await player.expectScreen('Two sounds')
  await page.close()
})

test('everything works from the keyboard', async ({ browser }) => {
  const { page, inspector } = await bench.open(browser)
  await page.getByRole('button', { name: 'Behaviour' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Works' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Refuses to save' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Behaviour' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Close preview' })).toBeVisible()
  const line = inspector.locator('summary').first()
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(inspector.getByText('LMSCommit').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Close preview' })).toHaveCount(0)
})

// The formats are those whose player was built; each is another runtime or record store to the module.
for (const format of readdirSync(join(import.meta.dirname, '../../renderer/player/tracking/kinds'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((kind) => kind !== 'local' && kind !== 'scorm12'))
  test(`an answer reaches the LMS and survives a closed tab in ${format}`, async ({ browser }) => {
    const { page, player, module, inspector, summary, behave } = await bench.open(browser)
    await inspector.getByLabel('Format').selectOption(format)
    await expect(summary).toContainText('opened, nothing answered')
    await player.next()
    await player.next()
    await player.choose('Wait')
    await player.check()
    await expect(summary).toContainText('question 1 answered, no score yet, not finished')
    await expect(inspector.getByText('Question 1 answered: “Wait”, not right')).toBeVisible()
    await expect(inspector.getByText('Hands over what it needs').first()).toBeVisible()
    await page.getByRole('button', { name: 'Close the tab now' }).click()
    await expect(page.getByText('The LMS had kept: question 1 answered')).toBeVisible()
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(player.feedback).toContainText('Not right')
    await expect(inspector.getByText('Refused:')).toHaveCount(0)
    await page.getByLabel('Preview as').selectOption('Passed')
    await expect(summary).toContainText('100 %, finished and passed.')
    await page.getByLabel('Preview as').selectOption('Coming back in the middle')
    await player.expectScreen('Check yourself')
    await behave('Is not there')
    await expect(module.getByText('found no learning platform')).toBeVisible()
    await page.close()
  })
