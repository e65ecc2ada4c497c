import axe from 'axe-core'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Asset } from '../../../shared/model/asset.ts'
import type { RichText } from '../../../shared/model/richtext/schema.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { bodyOf, EditorPage } from '../../../test/harness/editor-page.tsx'
import { createMemoryProject, type MemoryProject } from '../../../test/harness/memory-project.ts'

let root: Root
let project: MemoryProject
const editor = page.getByRole('textbox', { name: 'Page one' })
const element = () => editor.element() as HTMLElement
const body = () => bodyOf(project, 'one')
const type = (text: string) => userEvent.keyboard(text)
const settle = () => new Promise((resolve) => setTimeout(resolve, 50))
const words = (text: string) => [{ type: 'text' as const, text }]
const paragraph = (text: string): RichText[number] => ({ type: 'paragraph', children: words(text) })
const asset: Asset = {
  id: 'asset.0000000000000001',
  type: 'asset',
  name: 'jug.png',
  kind: 'image',
  sha256: '1'.repeat(64),
  extension: 'png',
  mediaType: 'image/png',
  bytes: 100,
  width: 320,
  height: 200,
  seconds: null,
  framesPerSecond: null,
  playable: true,
}

async function show(first: RichText = []) {
  project = createMemoryProject([
    { ...createStep('page', { id: 'one', title: 'One' }), body: first } as never,
  ])
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  const importMedia = async () => asset
  root.render(
    <EditorPage project={project} pages={['one']} importMedia={importMedia} mediaUrl={() => pixel} />,
  )
  await expect.element(editor).toBeVisible()
}
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

/** As the browser does when something is pasted. */
async function paste(data: { html?: string; text?: string; files?: File[] }) {
  const clipboardData = new DataTransfer()
  if (data.html) clipboardData.setData('text/html', data.html)
  if (data.text) clipboardData.setData('text/plain', data.text)
  for (const file of data.files ?? []) clipboardData.items.add(file)
  element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  await settle()
}

async function violations() {
  const rules = {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
    'document-title': { enabled: false },
    'html-has-lang': { enabled: false },
  }
  await settle()
  const found = await axe.run(document, { rules })
  return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
}

beforeEach(() => show())
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('Markdown at the start of a line makes headings, lists and quotes', async () => {
  await editor.click()
  await type(
    '## Wash{Enter}### Why{Enter}Germs{Enter}1. Wet{Enter}Soap{Enter}{Enter}> Rub{Enter}- a{Enter}{Tab}b{Enter}{Shift>}{Tab}{/Shift}c',
  )
  expect(body()).toEqual([
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
  await editor.click()
  await type(
    '{Control>}b{/Control}bold{Control>}b{/Control} {Control>}i{/Control}italic{Control>}i{/Control} {Control>}e{/Control}code{Control>}e{/Control} {Control>}{Shift>}x{/Shift}{/Control}strike{Control>}{Shift>}x{/Shift}{/Control}{Control>}u{/Control} plain',
  )
  expect(body()).toEqual([
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
  await editor.click()
  await type('Words{Alt>}{F10}{/Alt}')
  const style = page.getByRole('button', { name: 'Paragraph style: Text' })
  await expect.element(style).toHaveFocus()
  await type('{ArrowRight}')
  await expect.element(page.getByRole('button', { name: 'Bold' })).toHaveFocus()
  await type('{Escape}')
  await expect.element(editor).toHaveFocus()
  await type('{Alt>}{F10}{/Alt}{Enter}')
  await expect.element(page.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true')
  await expect.element(editor).toHaveFocus()
  await type('!')
  expect(body()).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Words' },
        { type: 'text', text: '!', marks: ['bold'] },
      ],
    },
  ])
  await page.getByRole('button', { name: 'Paragraph style: Text' }).click()
  await page.getByRole('menuitem', { name: 'Warning' }).click()
  await vi.waitFor(() => expect(body()[0]).toMatchObject({ type: 'callout', tone: 'warning' }))
  expect(project.labels().at(-1)).toBe('Change paragraph style')
  await page.getByRole('button', { name: 'Bulleted list' }).click()
  expect(body()[0]).toMatchObject({ type: 'list', ordered: false })
  expect(project.labels().at(-1)).toBe('Change list')
  expect(await violations()).toEqual([])
})

test('a link is asked for below its words, refused with a sentence, changed and removed', async () => {
  await editor.click()
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
  await expect.element(editor).toHaveFocus()
  const linked = (href: string): RichText => [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'See the ' },
        { type: 'link', href, children: words('guide') },
      ] as never,
    },
  ]
  expect(body()).toEqual(linked('https://example.org/guide'))
  expect(project.labels().at(-1)).toBe('Change link')
  await type('{ArrowLeft}{ArrowRight}')
  await settle()
  await type('{Control>}k{/Control}')
  await field.fill('mail@example.org')
  await type('{Enter}')
  await vi.waitFor(() => expect(body()).toEqual(linked('mailto:mail@example.org')))
  await settle()
  await type('{Control>}k{/Control}')
  await page.getByRole('button', { name: 'Remove link' }).click()
  await vi.waitFor(() => expect(body()).toEqual([paragraph('See the guide')]))
})

test('a picture is inserted below the caret, asks for its words at once, and is one undo step with its asset', async () => {
  await editor.click()
  await type('Above{Enter}')
  await paste({ files: [new File(['x'], 'jug.png', { type: 'image/png' })] })
  const words = page.getByRole('textbox', { name: 'Alternative text' })
  await expect.element(words).toHaveFocus()
  expect(body()[1]).toEqual({ type: 'image', asset: asset.id, alt: '', decorative: false })
  expect(project.records()[asset.id]).toEqual(asset)
  expect(await violations()).toEqual([])
  await type('A jug of milk{Enter}')
  expect(body()[1]).toMatchObject({ alt: 'A jug of milk' })
  await expect.element(editor).toHaveFocus()
  expect(project.labels().slice(-2)).toEqual(['Insert picture', 'Describe picture'])
  project.undo()
  await expect.element(page.getByRole('button', { name: 'Describe this picture' })).toBeVisible()
  project.undo()
  await vi.waitFor(() => expect(element().querySelector('figure')).toBeNull())
  expect(project.records()[asset.id]).toBeUndefined()
  project.redo()
  await vi.waitFor(() => expect(element().querySelector('img')).not.toBeNull())
  await page.getByRole('button', { name: 'Describe this picture' }).click()
  await page.getByRole('checkbox', { name: /Decorative/ }).click()
  expect(body()[1]).toMatchObject({ decorative: true })
  await type('{Escape}')
  await page.getByRole('button', { name: 'Decorative' }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  expect(body()).toHaveLength(1)
})

test('arrows go onto a picture, Enter asks for its words, Delete removes it', async () => {
  root.unmount()
  await show([
    paragraph('Above'),
    { type: 'image', asset: 'gone', alt: 'Jug', decorative: false },
    paragraph('Below'),
  ])
  await page.getByText('Above').click()
  await type('{Control>}{Home}{/Control}')
  await settle()
  await type('{ArrowDown}')
  await vi.waitFor(() => expect(element().querySelector('[data-selected]')).not.toBeNull())
  await type('{Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Alternative text' })).toHaveFocus()
  await type('{Escape}')
  await expect.element(editor).toHaveFocus()
  await settle()
  await type('{Delete}')
  await vi.waitFor(() => expect(body()).toEqual([paragraph('Above'), paragraph('Below')]))
  expect(project.labels().at(-1)).toBe('Remove picture')
})

test('a paste comes in as text of ours, is one step, and says what was left out', async () => {
  await editor.click()
  await type('Start ')
  await paste({ html: '<p>of <b>it</b> <img src="https://example.org/x.png"></p>', text: 'of it' })
  expect(body()).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Start of ' },
        { type: 'text', text: 'it', marks: ['bold'] },
      ],
    },
  ])
  expect(project.labels()).toEqual(['Write text', 'Paste'])
  await expect.element(page.getByText(/^One picture was left out/)).toBeVisible()
  await paste({ html: '<h2>Title</h2><ul><li>One</li><li>Two</li></ul>' })
  expect(body().map((block) => block.type)).toEqual(['paragraph', 'list'])
  await paste({ text: 'first line\nsecond line' })
  expect(body().length).toBeGreaterThan(1)
})

test('an address pasted over words makes them a link', async () => {
  await editor.click()
  await type('Read more{Control>}a{/Control}')
  await settle()
  await paste({ text: 'https://example.org/more' })
  expect(body()).toEqual([
    {
      type: 'paragraph',
      children: [{ type: 'link', href: 'https://example.org/more', children: words('Read more') }],
    },
  ])
})

test('what is copied here is pasted here as it was', async () => {
  const rich: RichText = [
    { type: 'heading', level: 3, children: words('Title') },
    { type: 'callout', tone: 'important', children: words('Mind this') },
    {
      type: 'list',
      ordered: true,
      items: [
        { children: words('a'), list: { type: 'list', ordered: false, items: [{ children: words('b') }] } },
      ],
    },
    { type: 'quote', children: words('Said') },
    {
      type: 'table',
      rows: [
        [{ children: words('A') }, { children: words('B') }],
        [{ children: words('1') }, { children: words('2') }],
      ],
    },
    paragraph('End'),
  ]
  root.unmount()
  await show(rich)
  await editor.click()
  await type('{Control>}a{/Control}')
  await settle()
  const clipboardData = new DataTransfer()
  element().dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  await type('{Delete}')
  await vi.waitFor(() => expect(body()).toEqual([]))
  await paste({ html: clipboardData.getData('text/html') })
  expect(body()).toEqual(rich)
})

test('the cells of a table are edited in place', async () => {
  root.unmount()
  await show([
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
  expect(body()[0]).toEqual({
    type: 'table',
    rows: [
      [{ children: words('Drink') }, { children: words('Foam') }],
      [{ children: words('Latte!') }, { children: words('5 mm') }],
    ],
  })
})
