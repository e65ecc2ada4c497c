import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { RichText } from '../../../../shared/model/richtext/schema.ts'
import {
  openEditor,
  type OpenEditor,
  paragraph,
  settle,
  words,
} from '../../../../test/harness/open-editor.tsx'

let view: OpenEditor
const type = (text: string) => userEvent.keyboard(text)

beforeEach(async () => {
  view = await openEditor()
})
afterEach(() => view.close())

test('a paste comes in as text of ours, is one step, and says what was left out', async () => {
  await view.editor.click()
  await type('Start ')
  await view.paste({ html: '<p>of <b>it</b> <img src="https://example.org/x.png"></p>', text: 'of it' })
  expect(view.body()).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Start of ' },
        { type: 'text', text: 'it', marks: ['bold'] },
      ],
    },
  ])
  expect(view.project.labels()).toEqual(['Write text', 'Paste'])
  await expect.element(page.getByText(/^One picture was left out/)).toBeVisible()
  await view.paste({ html: '<h2>Title</h2><ul><li>One</li><li>Two</li></ul>' })
  expect(view.body().map((block) => block.type)).toEqual(['paragraph', 'list'])
  await view.paste({ text: 'first line\nsecond line' })
  expect(view.body().length).toBeGreaterThan(1)
})

test('an address pasted over words makes them a link', async () => {
  await view.editor.click()
  await type('Read more{Control>}a{/Control}')
  await settle()
  await view.paste({ text: 'https://example.org/more' })
  expect(view.body()).toEqual([
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
  view.close()
  view = await openEditor(rich)
  await view.editor.click()
  await type('{Control>}a{/Control}')
  await settle()
  const clipboardData = new DataTransfer()
  view.element().dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  await type('{Delete}')
  await vi.waitFor(() => expect(view.body()).toEqual([]))
  await view.paste({ html: clipboardData.getData('text/html') })
  expect(view.body()).toEqual(rich)
})
