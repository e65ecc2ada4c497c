import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStudio } from '../../../../test/harness/open-studio.tsx'
import type { Line } from '../../../../shared/podcast/script.ts'
import type { ProjectDocument } from '../../document/document.ts'
import { foamPicture, jugPicture, lesson } from '../../gallery/fixtures.ts'
import type { Setting } from '../../gallery/Scene.tsx'

let close: () => void
let made: ProjectDocument

const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.listen' }
const keep = ({ document: built }: Setting) => {
  made = built
}

beforeEach(async () => {
  close = await openStudio({ options, selection, height: 1200, prepare: keep })
  await expect.element(page.getByRole('region', { name: 'Script' })).toBeVisible()
})
afterEach(() => close())

const step = () => {
  const record = made.state.getState().records['milk.listen']
  if (record?.type !== 'step' || record.kind !== 'podcast') throw new Error('The step is gone')
  return record
}
const lines = () => step().script.chapters.flatMap((chapter) => chapter.lines)
const words = (line: Line | undefined) => (line && line.kind !== 'pause' ? line.text : null)
const fields = () => page.getByRole('textbox', { name: /says$/ })

test('Enter parts a line, Backspace takes an empty one away, arrows go from line to line', async () => {
  await fields().nth(1).click()
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}')
  await expect.element(fields().nth(2)).toHaveFocus()
  expect(lines().map(words).slice(0, 3)).toEqual([
    'Welcome to “Steaming milk”.',
    'Why is milk steamed at all?',
    '',
  ])
  await userEvent.keyboard('Listen:')
  await expect.poll(() => words(lines()[2])).toBe('Listen:')
  for (let sign = 0; sign < 'Listen:'.length; sign++) await userEvent.keyboard('{Backspace}')
  await userEvent.keyboard('{Backspace}')
  await expect.element(fields().nth(1)).toHaveFocus()
  expect(lines().map(words).slice(0, 3)).toEqual([
    'Welcome to “Steaming milk”.',
    'Why is milk steamed at all?',
    'Steam heats milk and folds air.',
  ])
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(fields().nth(2)).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(fields().nth(1)).toHaveFocus()
})

test('a line whose source has changed is drafted anew, and the render is told to be out of date', async () => {
  await expect.element(page.getByText(/^Rendered: 2:00/)).toBeVisible()
  await page.getByRole('button', { name: 'Update this line' }).click()
  expect(words(lines()[2])).toContain('Steam heats milk and folds air into it.')
  await expect.element(page.getByText(/^The script was changed since/)).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => words(lines()[2])).toBe('Steam heats milk and folds air.')
  await expect.element(page.getByText(/^Rendered: 2:00/)).toBeVisible()
})

test('a line whose source is gone can be kept, or deleted', async () => {
  made.edit('Empty page', (draft) => {
    const record = draft['milk.why']
    if (record?.type === 'step' && record.kind === 'page') record.body = []
  })
  await page.getByRole('button', { name: 'Keep this line' }).click()
  expect(lines()[2]).toMatchObject({ text: 'Steam heats milk and folds air.', source: null })
  await expect.element(page.getByText('Its source is gone.')).not.toBeInTheDocument()
  await userEvent.keyboard('{Control>}z{/Control}')
  await page.getByRole('button', { name: 'Delete it' }).click()
  expect(lines()).toHaveLength(4)
})

test('a speaker is renamed everywhere at once; a name that is taken is refused', async () => {
  const name = page.getByRole('textbox', { name: 'Name of Ben' })
  await name.fill('Ana')
  await expect.element(page.getByText('Somebody has this name already.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(name).toHaveValue('Ben')
  await name.fill('Bo: the second')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => step().script.speakers.map((speaker) => speaker.name))
    .toEqual(['Ana', 'Bo the second'])
  expect(lines()[1]).toMatchObject({ speaker: 'Bo the second' })
})

test('in the timeline, keys choose and move a line, and a recording is trimmed in numbers', async () => {
  const timeline = page.getByRole('listbox', { name: 'What is heard when' })
  await expect.element(timeline).toBeVisible()
  timeline.element().focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect
    .element(page.getByRole('option', { name: /^Ben at 0:03/ }))
    .toHaveAttribute('aria-selected', 'true')
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(lines()[1]).toEqual({ place: 6, kind: 'pause', seconds: 1.1 })
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  const from = page.getByRole('textbox', { name: 'From', exact: true })
  await from.fill('20')
  await page.getByRole('textbox', { name: 'Gain' }).fill('-6')
  expect(lines().at(-1)).toMatchObject({
    edit: { start: 20, end: null, gain: -6, fadeIn: 0, fadeOut: 0 },
  })
})

test('a recording is dragged to another place in one undo step', async () => {
  const piece = page.getByRole('option', { name: /^Recording at 0:09/ })
  await expect.element(piece).toBeVisible()
  const option = piece.element()
  const box = option.getBoundingClientRect()
  const at = (x: number) => ({
    bubbles: true,
    button: 0,
    pointerId: 1,
    clientX: box.left + x,
    clientY: box.top + 9,
  })
  // A pointer made up in a page cannot be captured.
  option.setPointerCapture = () => {}
  option.dispatchEvent(new PointerEvent('pointerdown', at(4)))
  for (const x of [10, 40, 64]) option.dispatchEvent(new PointerEvent('pointermove', at(x)))
  option.dispatchEvent(new PointerEvent('pointerup', at(64)))
  option.dispatchEvent(new PointerEvent('lostpointercapture', at(64)))
  const pause = lines().at(-2)
  expect(pause?.kind === 'pause' ? pause.seconds : 0).toBeGreaterThan(1.6)
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => lines().at(-2)).toMatchObject({ kind: 'pause', seconds: 1.5 })
  expect(made.state.getState().history.undo).toBeNull()
})

test('a chapter’s picture is replaced, removed and chosen again, by mouse and by keys, and undone', async () => {
  const pictures = () => step().script.chapters.map((chapter) => chapter.picture ?? null)
  const shown = page.getByRole('button', { name: /^Picture of chapter 2, “Why milk is steamed”: Jug/ })
  await shown.click()
  await page.getByRole('menuitem', { name: 'Foam.png' }).click()
  expect(pictures()).toEqual([null, foamPicture.id])
  const replaced = page.getByRole('button', { name: /^Picture of chapter 2.*: Foam.png$/ })
  await expect.element(replaced).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('menuitem', { name: 'Remove picture' })).toBeVisible()
  await userEvent.keyboard('{End}{Enter}')
  expect(step().script.chapters[1]).not.toHaveProperty('picture')
  await expect.element(page.getByText(/^The script was changed since/)).toBeVisible()
  const empty = page.getByRole('button', { name: 'Choose a picture for chapter 2, “Why milk is steamed”' })
  await expect.element(empty).toHaveFocus()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(pictures).toEqual([null, foamPicture.id])
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(pictures).toEqual([null, jugPicture.id])
  await expect.element(page.getByText(/^Rendered: 2:00/)).toBeVisible()
})

test('music, pauses and recordings come and go by their buttons', async () => {
  await page.getByRole('button', { name: 'Take the intro out' }).click()
  expect(step().script.music.intro).toBeNull()
  await page.getByRole('button', { name: 'Delete this pause' }).click()
  expect(lines().some(({ kind }) => kind === 'pause')).toBe(false)
  await page.getByRole('button', { name: 'More for this line' }).first().click()
  await page.getByRole('menuitem', { name: 'Start a chapter here' }).click()
  await page.getByRole('textbox', { name: 'Title of chapter 1' }).fill('Hello')
  expect(step().script.chapters.map(({ title }) => title)).toEqual(['Hello', 'Why milk is steamed'])
})

test('a pronunciation holds for the whole project, and makes what was rendered out of date', async () => {
  await page.getByRole('textbox', { name: 'Word as it is written' }).fill('latte')
  await page.getByRole('textbox', { name: 'Word as it is said' }).fill('lah-tay')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('latte → lah-tay')).toBeVisible()
  expect(made.state.getState().records['project']).toMatchObject({ pronunciation: { latte: 'lah-tay' } })
  await expect.element(page.getByText(/^The script was changed since/)).toBeVisible()
  await page.getByRole('button', { name: 'Remove the pronunciation of latte' }).click()
  await expect.element(page.getByText(/^Rendered: 2:00/)).toBeVisible()
})
