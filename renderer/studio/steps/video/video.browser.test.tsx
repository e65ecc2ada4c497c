import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStudio } from '../../../../test/harness/open-studio.tsx'
import type { ProjectDocument } from '../../document/document.ts'
import { lesson } from '../../gallery/fixtures.ts'
import type { Setting } from '../../gallery/Scene.tsx'
import { playback } from './playback.ts'

let close: () => void
let made: ProjectDocument

const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.watch' }
const keep = ({ document: built }: Setting) => {
  made = built
}

beforeEach(async () => {
  close = await openStudio({ options, selection, prepare: keep })
  await expect.element(start()).toBeVisible()
})
afterEach(() => close())

const start = () => page.getByRole('slider', { name: 'Start of what is kept' })
const from = () => page.getByRole('textbox', { name: 'From' })
const kept = () => {
  const step = made.state.getState().records['milk.watch']
  return step?.type === 'step' && step.kind === 'video' ? step.keep : []
}

test('a handle moves by a frame, by a second, to the ends, and says where it is', async () => {
  start().element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(start()).toHaveAttribute('aria-valuetext', '0:00.840')
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await expect.element(start()).toHaveAttribute('aria-valuetext', '0:01.840')
  await userEvent.keyboard('{End}')
  await expect.element(start()).toHaveAttribute('aria-valuetext', '0:03.100')
  await userEvent.keyboard('{Home}')
  await expect.element(start()).toHaveAttribute('aria-valuetext', '0:00.000')
  await expect.element(from()).toHaveValue('0:00.000')
})

test('a typed moment is taken to the millisecond; a wrong one is answered in a sentence and changes nothing', async () => {
  await from().fill('0:01,25')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => kept()).toEqual([{ start: 1.25, end: 3.2 }])
  await from().fill('soon')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Write minutes, seconds and milliseconds: 1:07.300')).toBeVisible()
  await from().fill('0:09')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Not after 0:03.100')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(from()).toHaveValue('0:01.250')
  expect(kept()).toEqual([{ start: 1.25, end: 3.2 }])
})

test('a drag, however slow, is one undo step', async () => {
  const handle = start().element()
  const box = handle.getBoundingClientRect()
  const at = (x: number) => ({
    bubbles: true,
    button: 0,
    pointerId: 1,
    clientX: box.left + x,
    clientY: box.top + 20,
  })
  // A pointer made up in a page cannot be captured.
  handle.setPointerCapture = () => {}
  handle.dispatchEvent(new PointerEvent('pointerdown', at(7)))
  handle.dispatchEvent(new PointerEvent('pointermove', at(40)))
  await new Promise((resolve) => setTimeout(resolve, 1300))
  handle.dispatchEvent(new PointerEvent('pointermove', at(90)))
  handle.dispatchEvent(new PointerEvent('lostpointercapture', at(90)))
  await made.flush()
  expect(kept()[0]?.start).toBeGreaterThan(0.8)
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => kept()).toEqual([{ start: 0.8, end: 3.2 }])
  expect(made.state.getState().history.undo).toBeNull()
})

test('a part is cut out of the middle by splitting twice', async () => {
  playback.setState({ time: 1.5 })
  await page.getByRole('button', { name: 'Split here' }).click()
  playback.setState({ time: 2.5 })
  await page.getByRole('button', { name: 'Split here' }).click()
  await page.getByRole('button', { name: 'Cut part 2 out' }).click()
  expect(kept()).toEqual([
    { start: 0.8, end: 1.5 },
    { start: 2.5, end: 3.2 },
  ])
  await expect.element(page.getByText('Keeps 0:01.400 of 0:04.000')).toBeVisible()
})
