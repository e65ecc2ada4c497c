import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { textStories } from '../../gallery/text-stories.tsx'
import { Theme } from '../../theme/Theme.tsx'

let root: Root
const text = page.getByRole('textbox', { name: 'Page text' })
const shown = () => (text.element() as HTMLElement).innerText.trim()
const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

/** The whole editor on a page, as in the gallery. */
async function open(name: string) {
  await page.viewport(1280, 900)
  const host = document.createElement('div')
  host.id = 'root'
  document.body.append(host)
  root = createRoot(host)
  root.render(<Theme scheme="light">{textStories.find((story) => story.name === name)?.render()}</Theme>)
  await expect.element(text).toBeVisible()
}

afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('the studio undoes and redoes typing, by its keys and its buttons', async () => {
  await open('Page: nothing written yet')
  await text.click()
  await userEvent.keyboard('Steam')
  await expect.element(page.getByText('1 word, a few seconds to read.')).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await vi.waitFor(() => expect(shown()).toBe(''))
  await expect.element(text).toHaveFocus()
  await userEvent.keyboard('{Control>}y{/Control}')
  await vi.waitFor(() => expect(shown()).toBe('Steam'))
  await page.getByRole('button', { name: /^Undo/ }).click()
  await vi.waitFor(() => expect(shown()).toBe(''))
})

test('Ctrl+K links selected words, and finds when there are none', async () => {
  await open('Page: nothing written yet')
  await text.click()
  await userEvent.keyboard('Steam{Control>}k{/Control}')
  const palette = page.getByRole('textbox', { name: 'Commands and search' })
  await expect.element(palette).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(palette).not.toBeInTheDocument()
  await text.click()
  await userEvent.keyboard('{Control>}a{/Control}')
  await settle()
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(page.getByRole('textbox', { name: 'Link to' })).toHaveFocus()
  expect(palette.query()).toBeNull()
})

test('a picture that lacks its words is listed, and the list leads to it', async () => {
  await open('Page: a picture without a description')
  await page.getByRole('button', { name: 'jug-and-wand.svg' }).click()
  const words = page.getByRole('textbox', { name: 'Alternative text' })
  await expect.element(words).toHaveFocus()
  await userEvent.keyboard('A jug of milk')
  await expect.element(page.getByText('Pictures without a description')).not.toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  await expect.element(text).toHaveFocus()
})
