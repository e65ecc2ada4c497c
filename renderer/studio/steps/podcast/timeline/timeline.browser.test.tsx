import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { violations } from '../../../../../test/harness/violations.ts'
import { Editor } from '../../../app/Editor.tsx'
import { lesson } from '../../../gallery/fixtures.ts'
import { Scene } from '../../../gallery/Scene.tsx'
import { Theme } from '../../../theme/Theme.tsx'
import { listen, stopListening } from '../line-player.ts'
import { packed, wavOf } from '../record/wav.ts'

let root: Root
let holder: HTMLElement
let asked: string[]
/** Whether the core has the sounds that it laid out. */
let hasSounds: boolean

const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.listen' }
const fetchAnything = window.fetch
const tone = () => {
  const samples = Float32Array.from({ length: 96_000 }, (_, at) => 0.2 * Math.sin(at / 20))
  return wavOf(new Blob([packed(samples)]), { count: samples.length, rate: 48_000 })
}

beforeEach(async () => {
  asked = []
  hasSounds = true
  window.fetch = async (input, init) => {
    const url = typeof input === 'string' ? input : ''
    if (!url.includes('/sound/')) return fetchAnything(input, init)
    asked.push(url)
    return hasSounds
      ? new Response(tone())
      : Response.json({ code: 'file-missing', details: { path: 'it' } }, { status: 404 })
  }
  await page.viewport(1440, 1200)
  holder = document.createElement('div')
  document.body.append(holder)
  root = createRoot(holder)
  await show('light')
})
afterEach(() => {
  stopListening()
  root.unmount()
  holder.remove()
  window.fetch = fetchAnything
})

async function show(scheme: 'light' | 'dark') {
  root.render(
    <Theme scheme={scheme}>
      <Scene options={options} selection={selection}>
        {({ session }) => <Editor session={session} />}
      </Scene>
    </Theme>,
  )
  await expect.element(playhead()).toBeVisible()
}
const playhead = () => page.getByRole('slider', { name: 'Playhead' })
const play = () => page.getByRole('button', { name: 'Play the timeline' })
const pause = () => page.getByRole('button', { name: 'Pause the timeline' })
const stands = () => Number(playhead().element().getAttribute('aria-valuenow'))
function focus(locator: ReturnType<typeof playhead>) {
  const element = locator.element()
  if (element instanceof HTMLElement) element.focus()
}

test('it plays and pauses by its button, by Space in the lanes and in the ruler, and not while somebody types', async () => {
  await play().click()
  await expect.element(pause()).toBeVisible()
  await expect.poll(stands).toBeGreaterThan(0)
  await pause().click()
  await expect.element(play()).toBeVisible()

  focus(page.getByRole('listbox', { name: 'What is heard when' }))
  await userEvent.keyboard(' ')
  await expect.element(pause()).toBeVisible()
  focus(playhead())
  await userEvent.keyboard(' ')
  await expect.element(play()).toBeVisible()

  await page.getByRole('textbox', { name: /says$/ }).first().click()
  await userEvent.keyboard(' ')
  await expect.element(play()).toBeVisible()
})

test('the playhead is sought by keys and by a press in the ruler', async () => {
  focus(playhead())
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
  await expect.element(playhead()).toHaveAttribute('aria-valuetext', '1 second of 12 seconds')
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await expect.poll(stands).toBe(11)
  await userEvent.keyboard('{End}')
  await expect.poll(stands).toBe(12)
  await userEvent.keyboard('{Home}{PageUp}')
  await expect.poll(stands).toBe(10)

  const ruler = playhead().element()
  const { left, top } = ruler.getBoundingClientRect()
  // A pointer made up in a page cannot be captured.
  ruler.setPointerCapture = () => {}
  const scale =
    Number(page.getByRole('option', { name: /^Ben at 0:03/ }).element().parentElement?.offsetLeft) / 3
  const at = { bubbles: true, button: 0, pointerId: 1, clientX: left + scale * 5, clientY: top + 4 }
  ruler.dispatchEvent(new PointerEvent('pointerdown', at))
  ruler.dispatchEvent(new PointerEvent('lostpointercapture', at))
  await expect.poll(stands).toBe(5)
})

test('it plays from a line that is selected, and asks for what is heard there', async () => {
  await page.getByRole('option', { name: /^Recording at 0:09/ }).click()
  await page.getByRole('button', { name: 'Play from this line' }).click()
  await expect.element(pause()).toBeVisible()
  await expect.poll(stands).toBeGreaterThanOrEqual(9)
  expect(asked.every((url) => url.endsWith('?from=0&seconds=10'))).toBe(true)
})

test('what cannot be had is named with its line, and the rest plays', async () => {
  hasSounds = false
  await play().click()
  const notice = page
    .getByRole('alert')
    .getByText(/^1 of \d: Line 1 cannot be played\. Its sound is not there/)
  await expect.element(notice).toBeVisible()
  await expect
    .element(notice)
    .toHaveAttribute('title', expect.stringContaining('The intro cannot be played.'))
  await expect.poll(stands).toBeGreaterThan(0)
})

test('one thing is heard at a time', async () => {
  await play().click()
  await expect.poll(stands).toBeGreaterThan(0)
  void listen('take', async () => tone())
  await expect.element(play()).toBeVisible()
  await play().click()
  await expect.element(pause()).toBeVisible()
  const episode = holder.querySelector('audio')
  episode?.dispatchEvent(new Event('play'))
  await expect.element(play()).toBeVisible()
})

test.each(['light', 'dark'] as const)(
  'is accessible while it plays, with a notice and a line chosen, %s',
  async (scheme) => {
    await show(scheme)
    hasSounds = false
    await play().click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    hasSounds = true
    await page.getByRole('option', { name: /^Ben at 0:03/ }).click()
    await page.getByRole('button', { name: 'Play from this line' }).click()
    await expect.element(pause()).toBeVisible()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    expect(await violations()).toEqual([])
    hasSounds = false
    await pause().click()
    await play().click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(await violations()).toEqual([])
  },
)
