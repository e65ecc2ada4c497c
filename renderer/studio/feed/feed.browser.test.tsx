import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStudio } from '../../../test/harness/open-studio.tsx'
import type { SeriesFeed, SeriesFeedRequest } from '../../../shared/contract/interchange.ts'
import { StudioError } from '../../../shared/errors.ts'
import type { ProjectDocument } from '../document/document.ts'
import { episodeAudio } from '../gallery/fixtures.ts'
import type { Setting } from '../gallery/Scene.tsx'
import { talks } from '../gallery/take-out-stories.tsx'
import { feedFolders } from './places.ts'

let close: () => void
let made: ProjectDocument
let asked: SeriesFeedRequest[]
let letGo: () => void

const recordOf = (id: string) => made.state.getState().records[id]
const podcastOf = (id: string) => {
  const record = recordOf(id)
  if (record?.type !== 'step' || record.kind !== 'podcast') throw new Error('The step is gone')
  return record
}
const site = 'https://example.org/talks/'
const selection = { module: 'milk', step: 'milk.listen' }
// Nobody has said yet where the feed will be. What is rendered has a cover: importing one is not for a client in memory.
const records = talks.map((record) => {
  if (record.type === 'step' && record.kind === 'podcast' && record.id.startsWith('grind'))
    return { ...record, script: { ...record.script, cover: episodeAudio.id } }
  if (record.type !== 'series') return record
  const { feedSite: _, ...rest } = record
  return rest
})

/** A feed that is made when it is let go: what was asked for is rendered, but for what has no words. */
async function* seriesFeed(request: SeriesFeedRequest, { signal }: { signal: AbortSignal }) {
  asked.push(request)
  if (request.out.endsWith('taken') && !request.overwrite)
    throw new StudioError('file-exists', { path: `${request.out}/milk.listen.mp3` })
  const phase = 'How fine is fine (3 of 4): Encoding'
  yield { type: 'progress', phase, fraction: 0.4, secondsLeft: 20 }
  await new Promise<void>((resolve, reject) => {
    letGo = resolve
    signal.addEventListener('abort', () => reject(new StudioError('cancelled', { what: 'The feed' })))
  })
  const current = podcastOf('milk.listen').episode
  const named = { module: 'milk', message: null, url: null }
  const result: SeriesFeed = {
    file: `${request.out}/feed.xml`,
    url: `${request.site}feed.xml`,
    episodes: [
      { ...named, step: 'milk.listen', title: 'Listen instead', outcome: 'written' },
      { ...named, step: 'grind.new', title: 'A grinder in the morning', outcome: 'written' },
      {
        ...named,
        step: 'milk.talk',
        title: 'Untitled podcast',
        outcome: 'left-out',
        message: 'It has no words yet.',
      },
    ],
    rendered: current ? [{ step: 'grind.new', asset: episodeAudio, episode: current }] : [],
    notes: [],
  }
  yield { type: 'done', result }
}
const options = { records, instead: { 'interchange.seriesFeed': seriesFeed as never } }
const keep = ({ document: built }: Setting) => {
  made = built
}

beforeEach(async () => {
  asked = []
  letGo = () => {}
  feedFolders.setState({ chosen: {} })
  close = await openStudio({ options, selection, prepare: keep })
  await expect.element(row()).toBeVisible()
})
afterEach(() => close())

const row = () => page.getByRole('treeitem', { name: 'Behind the counter', exact: true })
const sheet = () => page.getByRole('dialog', { name: 'Podcast feed of “Behind the counter”' })
const address = () => sheet().getByRole('textbox', { name: 'Where will it be hosted?' })

/** By keyboard alone, from the row of the series. */
async function openSheet() {
  row().element().focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await expect.element(page.getByRole('menuitem', { name: 'Podcast feed…' })).toBeVisible()
  const item = page.getByRole('menuitem', { name: 'Podcast feed…' }).element()
  for (let at = 0; at < 6 && document.activeElement !== item; at++) await userEvent.keyboard('{ArrowDown}')
  await userEvent.keyboard('{Enter}')
  await expect.element(sheet()).toBeVisible()
}

test('from the menu of a series to its feed by keyboard: what goes in, where, how far, and what next', async () => {
  await openSheet()
  const listed = () => sheet().getByRole('listitem').elements()
  await expect.poll(() => listed().map((item) => item.textContent)).toHaveLength(4)
  expect(listed().map((item) => item.lastElementChild?.textContent)).toEqual([
    '2:00',
    'No words yet',
    'Changed since it was rendered',
    'Not rendered yet',
  ])
  await expect
    .element(sheet().getByText('2 are rendered first. One has no words and is left out.'))
    .toBeVisible()

  await expect.element(address()).toHaveFocus()
  await userEvent.keyboard('talks')
  await expect.element(sheet().getByText('“talks” is not a web address.', { exact: false })).toBeVisible()
  await expect.element(sheet().getByRole('button', { name: 'Make feed' })).toBeDisabled()
  await address().fill('example.org/talks/feed.xml')
  await userEvent.keyboard('{Enter}')
  await expect.element(sheet().getByText('How fine is fine (3 of 4): Encoding')).toBeVisible()
  await expect.element(sheet().getByText('40 % · 20 seconds left')).toBeVisible()
  letGo()
  await expect.element(sheet().getByText('The feed is made with 2 episodes')).toBeVisible()
  await expect.element(sheet().getByText(`${site}feed.xml`, { exact: true })).toBeVisible()
  await expect.element(sheet().getByText('It has no words yet.')).toBeVisible()
  const out = '/home/ada/Morsel/Published/behind-the-counter-podcast'
  expect(asked).toMatchObject([{ series: 'first', out, site }])

  // The step holds what was rendered for it, and the project remembers the address.
  expect(podcastOf('grind.new').episode?.audio).toBe(episodeAudio.id)
  expect(recordOf('first')).toMatchObject({ feedSite: site })
  await userEvent.keyboard('{Escape}')
  await expect.element(sheet()).not.toBeInTheDocument()
  await expect.poll(() => row().element().contains(document.activeElement)).toBe(true)
  await expect.element(page.getByRole('button', { name: 'Undo render episodes' })).toBeVisible()
})

test('it goes on in the background, where it can be cancelled; a notice says when it is done', async () => {
  await openSheet()
  await address().fill(site)
  await sheet().getByRole('button', { name: 'Make feed' }).click()
  await sheet().getByRole('button', { name: 'Go on in the background' }).click()
  const tray = page.getByRole('region', { name: 'Work in progress' })
  await tray.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(tray).not.toBeInTheDocument()
  expect(podcastOf('grind.new').episode).toBeNull()

  await openSheet()
  await expect.element(address()).toHaveValue(site)
  await sheet().getByRole('button', { name: 'Make feed' }).click()
  await sheet().getByRole('button', { name: 'Go on in the background' }).click()
  await expect.element(tray.getByText(/^40 %/)).toBeVisible()
  letGo()
  await expect
    .element(page.getByText('The feed of “Behind the counter” is made', { exact: true }))
    .toBeVisible()
})

test('the palette makes the feed of the series at hand, too', async () => {
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.keyboard('podcast feed')
  await expect.element(page.getByRole('button', { name: 'Podcast feed…' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(address()).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(sheet()).not.toBeInTheDocument()
  await expect.element(row()).toHaveFocus()
})

test('files of somebody else are told of, and replaced only when that is asked for', async () => {
  await openSheet()
  await sheet().getByRole('textbox', { name: 'Folder' }).fill('/home/ada/taken')
  await address().fill(site)
  await sheet().getByRole('button', { name: 'Make feed' }).click()
  await sheet().getByRole('button', { name: 'Replace it' }).click()
  await expect.element(sheet().getByText(/^40 %/)).toBeVisible()
  letGo()
  await expect.element(sheet().getByText('The feed is made with 2 episodes')).toBeVisible()
  expect(asked.map(({ overwrite }) => overwrite)).toEqual([undefined, true])
  // Another time it begins where the last one was.
  await sheet().getByRole('button', { name: 'Make it again' }).click()
  await expect.element(sheet().getByRole('textbox', { name: 'Folder' })).toHaveValue('/home/ada/taken')
})
