import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { jug, openEditor, type OpenEditor, paragraph, settle } from '../../../../test/harness/open-editor.tsx'
import { violations } from '../../../../test/harness/violations.ts'

let view: OpenEditor
const type = (text: string) => userEvent.keyboard(text)

beforeEach(async () => {
  view = await openEditor()
})
afterEach(() => view.close())

test('a picture is inserted below the caret, asks for its words at once, and is one undo step with its asset', async () => {
  await view.editor.click()
  await type('Above{Enter}')
  await view.paste({ files: [new File(['x'], 'jug.png', { type: 'image/png' })] })
  const words = page.getByRole('textbox', { name: 'Alternative text' })
  await expect.element(words).toHaveFocus()
  expect(view.body()[1]).toEqual({ type: 'image', asset: jug.id, alt: '', decorative: false })
  expect(view.project.records()[jug.id]).toEqual(jug)
  expect(await violations()).toEqual([])
  await type('A jug of milk{Enter}')
  expect(view.body()[1]).toMatchObject({ alt: 'A jug of milk' })
  await expect.element(view.editor).toHaveFocus()
  expect(view.project.labels().slice(-2)).toEqual(['Insert picture', 'Describe picture'])
  view.project.undo()
  await expect.element(page.getByRole('button', { name: 'Describe this picture' })).toBeVisible()
  view.project.undo()
  await vi.waitFor(() => expect(view.element().querySelector('figure')).toBeNull())
  expect(view.project.records()[jug.id]).toBeUndefined()
  view.project.redo()
  await vi.waitFor(() => expect(view.element().querySelector('img')).not.toBeNull())
  await page.getByRole('button', { name: 'Describe this picture' }).click()
  await page.getByRole('checkbox', { name: /Decorative/ }).click()
  expect(view.body()[1]).toMatchObject({ decorative: true })
  await type('{Escape}')
  await page.getByRole('button', { name: 'Decorative' }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  expect(view.body()).toHaveLength(1)
})

test('undo while a picture is being described takes back the words and leaves the question open', async () => {
  view.close()
  view = await openEditor([{ type: 'image', asset: 'gone', alt: '', decorative: false }, paragraph('Below')])
  await page.getByRole('button', { name: 'Describe this picture' }).click()
  const words = page.getByRole('textbox', { name: 'Alternative text' })
  await expect.element(words).toHaveFocus()
  await type('A jug')
  expect(view.body()[0]).toMatchObject({ alt: 'A jug' })
  view.project.undo()
  await expect.element(words).toHaveValue('')
  await expect.element(words).toHaveFocus()
  view.project.redo()
  await expect.element(words).toHaveValue('A jug')
})

test('arrows go onto a picture, Enter asks for its words, Delete removes it', async () => {
  view.close()
  view = await openEditor([
    paragraph('Above'),
    { type: 'image', asset: 'gone', alt: 'Jug', decorative: false },
    paragraph('Below'),
  ])
  await page.getByText('Above').click()
  await type('{Control>}{Home}{/Control}')
  await settle()
  await type('{ArrowDown}')
  await vi.waitFor(() => expect(view.element().querySelector('[data-selected]')).not.toBeNull())
  await type('{Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Alternative text' })).toHaveFocus()
  await type('{Escape}')
  await expect.element(view.editor).toHaveFocus()
  await settle()
  await type('{Delete}')
  await vi.waitFor(() => expect(view.body()).toEqual([paragraph('Above'), paragraph('Below')]))
  expect(view.project.labels().at(-1)).toBe('Remove picture')
})
