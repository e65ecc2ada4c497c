import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { RichText } from '../../../shared/model/richtext/schema.ts'
import { openEditor, type OpenEditor, paragraph, settle, words } from '../../../test/harness/open-editor.tsx'
import { violations } from '../../../test/harness/violations.ts'

let view: OpenEditor
const type = (text: string) => userEvent.keyboard(text)

beforeEach(async () => {
  view = await openEditor()
})
afterEach(() => view.close())

test('Markdown at the start of a line makes headings, lists and quotes', async () => {
  await view.editor.click()
  await type(
    '## Wash{Enter}### Why{Enter}Germs{Enter}1. Wet{Enter}Soap{Enter}{Enter}> Rub{Enter}- a{Enter}{Tab}b{Enter}{Shift>}{Tab}{/Shift}c',
  )
  expect(view.body()).toEqual([
    { type: 'heading', level: 2, children: words('Wash') },
    { type: 'heading', level: 3, children: words('Why') },
    paragraph('Germs'),
    { type: 'list', ordered: true, items: [{ children: words('Wet') }, { children: words('Soap') }] },
    { type: 'quote', children: words('Rub') },
    {
      type: 'list',
      ordered: false,
      items: [
        { children: words('a'), list: { type: 'list', ordered: false, items: [{ children: words('b') }] } },
        { children: words('c') },
      ],
    },
  ])
})

test('every mark by its key; underline and alignment mean nothing here', async () => {
  await view.editor.click()
  await type(
    '{Control>}b{/Control}bold{Control>}b{/Control} {Control>}i{/Control}italic{Control>}i{/Control} {Control>}e{/Control}code{Control>}e{/Control} {Control>}{Shift>}x{/Shift}{/Control}strike{Control>}{Shift>}x{/Shift}{/Control}{Control>}u{/Control} plain',
  )
  expect(view.body()).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'bold', marks: ['bold'] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'italic', marks: ['italic'] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'code', marks: ['code'] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'strike', marks: ['strike'] },
        { type: 'text', text: ' plain' },
      ],
    },
  ])
})

test('the toolbar by keyboard: Alt+F10, arrows, Enter, Escape; menus choose a style', async () => {
  await view.editor.click()
  await type('Words{Alt>}{F10}{/Alt}')
  const style = page.getByRole('button', { name: 'Paragraph style: Text' })
  await expect.element(style).toHaveFocus()
  await type('{ArrowRight}')
  await expect.element(page.getByRole('button', { name: 'Bold' })).toHaveFocus()
  await type('{Escape}')
  await expect.element(view.editor).toHaveFocus()
  await type('{Alt>}{F10}{/Alt}{Enter}')
  await expect.element(page.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true')
  await expect.element(view.editor).toHaveFocus()
  await type('!')
  expect(view.body()).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Words' },
        { type: 'text', text: '!', marks: ['bold'] },
      ],
    },
  ])
  await page.getByRole('button', { name: 'Paragraph style: Text' }).click()
  await expect.element(page.getByRole('menuitem', { name: 'Warning' })).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('menuitem', { name: 'Warning' }).click()
  await vi.waitFor(() => expect(view.body()[0]).toMatchObject({ type: 'callout', tone: 'warning' }))
  expect(view.project.labels().at(-1)).toBe('Change paragraph style')
  await page.getByRole('button', { name: 'Bulleted list' }).click()
  expect(view.body()[0]).toMatchObject({ type: 'list', ordered: false })
  expect(view.project.labels().at(-1)).toBe('Change list')
  expect(await violations()).toEqual([])
})

test('a link is asked for below its words, refused with a sentence, changed and removed', async () => {
  await view.editor.click()
  await type('See the guide')
  await type('{Shift>}{Control>}{ArrowLeft}{/Control}{/Shift}')
  await settle()
  await type('{Control>}k{/Control}')
  const field = page.getByRole('textbox', { name: 'Link to' })
  await expect.element(field).toHaveFocus()
  expect(await violations()).toEqual([])
  await type('javascript:alert(1){Enter}')
  await expect.element(page.getByText(/^A link leads to a web page/)).toBeVisible()
  await field.fill('example.org/guide')
  await type('{Enter}')
  await expect.element(view.editor).toHaveFocus()
  const linked = (href: string): RichText => [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'See the ' },
        { type: 'link', href, children: words('guide') },
      ] as never,
    },
  ]
  expect(view.body()).toEqual(linked('https://example.org/guide'))
  expect(view.project.labels().at(-1)).toBe('Change link')
  await type('{ArrowLeft}{ArrowRight}')
  await settle()
  await type('{Control>}k{/Control}')
  await field.fill('mail@example.org')
  await type('{Enter}')
  await vi.waitFor(() => expect(view.body()).toEqual(linked('mailto:mail@example.org')))
  await settle()
  await type('{Control>}k{/Control}')
  await page.getByRole('button', { name: 'Remove link' }).click()
  await vi.waitFor(() => expect(view.body()).toEqual([paragraph('See the guide')]))
})

test('the cells of a table are edited in place', async () => {
  view.close()
  view = await openEditor([
    {
      type: 'table',
      rows: [
        [{ children: words('Drink') }, { children: words('Foam') }],
        [{ children: words('Latte') }, { children: [] }],
      ],
    },
  ])
  await page.getByText('Latte').click()
  await type('{End}')
  await settle()
  await type('!{Tab}5 mm')
  expect(view.body()[0]).toEqual({
    type: 'table',
    rows: [
      [{ children: words('Drink') }, { children: words('Foam') }],
      [{ children: words('Latte!') }, { children: words('5 mm') }],
    ],
  })
})
