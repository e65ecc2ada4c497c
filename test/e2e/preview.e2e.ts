import { expect, type Page, test } from '@playwright/test'
import { usualConditions } from '../../shared/bundle/preview-conditions.ts'
import type { PreviewCommand, PreviewMessage } from '../../shared/bundle/preview-messages.ts'
import { fixtureBundle } from '../fixtures/bundle.ts'
import { type ModuleSite, startModuleSite } from './support/module-site.ts'
import { playerOn, watch } from './support/player-page.ts'

let site: ModuleSite
/** Another origin, as the studio's is. */
let studio: ModuleSite
test.beforeAll(async () => {
  ;[site, studio] = await Promise.all([startModuleSite(), startModuleSite()])
})
test.afterAll(() => Promise.all([site.close(), studio.close()]))

/** Frames the preview's page as the studio does and keeps the last thing it told. */
async function openPreview(page: Page, query = '') {
  const folder = await site.serve('preview', fixtureBundle, 'scorm12')
  const complaints = watch(page, 'http://127.0.0.1:')
  await page.goto(`${studio.origin}/`)
  // The listener comes before the frame: a quick player has told its first before a page with the frame in it has loaded.
  await page.evaluate((address) => {
    const calls: unknown[] = []
    window.addEventListener('message', ({ data }) => {
      calls.push(...(data as PreviewMessage).calls)
      Object.assign(window, { told: data as unknown, calls })
    })
    const frame = document.createElement('iframe')
    frame.id = 'preview'
    frame.src = address
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
    frame.style.cssText = 'width:390px;height:800px'
    document.body.append(frame)
  }, `${folder}lms.html${query}`)
  const told = () => page.evaluate(() => (window as unknown as { told?: PreviewMessage }).told)
  /** Every call that the LMS refused. */
  const refused = () =>
    page.evaluate(() =>
      (window as unknown as { calls: PreviewMessage['calls'] }).calls.filter(({ error }) => error !== '0'),
    )
  const send = (command: PreviewCommand) =>
    page.evaluate((message) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(message, '*')
    }, command)
  const player = playerOn(page.frameLocator('#preview').frameLocator('iframe'))
  return { player, told, refused, send, complaints }
}

test('the studio is told what the LMS would record, and nothing is refused', async ({ page }) => {
  const { player, told, refused, complaints } = await openPreview(page)
  await player.next()
  await player.next()
  await player.choose('Offer ten percent off')
  await player.check()
  await player.next()
  await player.choose('Fewer seats in the first year')
  await player.choose('Start with one team')
  await player.check()
  await expect.poll(async () => (await told())?.values['cmi.core.lesson_status']).toBe('failed')
  await expect.poll(async () => (await told())?.isCommitted).toBe(true)
  expect(await refused()).toEqual([])
  const { values, kept } = (await told()) ?? { values: {}, kept: null }
  expect(kept).toEqual(values)
  expect(values).toMatchObject({
    'cmi.core.score.raw': '66.67',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.exit': 'suspend',
    'cmi.core.lesson_location': 'price.check',
    'cmi.interactions.0.id': 'price.check.q1',
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.student_response': 'b',
    'cmi.interactions.0.correct_responses.0.pattern': 'a',
    'cmi.interactions.0.result': 'wrong',
    'cmi.interactions.0.weighting': '1',
    'cmi.interactions.1.student_response': 'a,b',
    'cmi.interactions.1.result': 'correct',
    'cmi.interactions.1.weighting': '2',
  })
  expect(complaints).toEqual([])
})

test('leaving and coming back goes on, starting over starts anew', async ({ page }) => {
  const { player, told, send } = await openPreview(page)
  await player.next()
  await player.next()
  await player.choose('Offer ten percent off')
  await player.check()
  await send({ target: 'morsel-preview', type: 'resume' })
  await player.expectScreen('Question 1 of 2')
  await expect(player.feedback).toContainText('Not right')
  await send({ target: 'morsel-preview', type: 'start-over', as: 'first', step: null })
  await player.expectScreen('Why price comes up')
  await expect.poll(async () => (await told())?.values['cmi.interactions.0.id']).toBeUndefined()
})

test('it opens at the step asked for', async ({ page }) => {
  const { player, told } = await openPreview(page, '?step=price.watch')
  await player.expectScreen('A call that went wrong')
  await expect.poll(async () => (await told())?.values['cmi.core.lesson_status']).toBe('incomplete')
})

test('without an LMS the module plays all the same, and says that nothing is recorded', async ({ page }) => {
  await page.goto(await site.serve('alone', fixtureBundle, 'scorm12'))
  await expect(page.getByText('found no learning platform')).toBeVisible()
  await playerOn(page).next()
  await playerOn(page).expectScreen('A call that went wrong')
})

test('a closed tab says nothing any more: the LMS keeps what was committed, and the browser brings the rest', async ({
  page,
}) => {
  const { player, told, send } = await openPreview(page)
  await player.next()
  await player.next()
  await player.choose('Offer ten percent off')
  await player.check()
  await expect.poll(async () => (await told())?.kept['cmi.interactions.0.id']).toBe('price.check.q1')
  // From here on nothing is committed, as if the tab were closed at once.
  await send({
    target: 'morsel-preview',
    type: 'conditions',
    conditions: { ...usualConditions, lms: 'refuses' },
  })
  const before = (await told())?.kept
  await player.next()
  await send({ target: 'morsel-preview', type: 'close-tab' })
  await expect.poll(async () => (await told())?.isOpen).toBe(false)
  expect((await told())?.kept).toEqual(before)
  await send({ target: 'morsel-preview', type: 'resume' })
  await player.expectScreen('Question 2 of 2')
  await player.back()
  await player.expectScreen('Question 1 of 2')
  await expect(player.feedback).toContainText('Not right')
})
