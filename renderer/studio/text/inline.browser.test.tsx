import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { InlineText } from '../../../shared/model/richtext/schema.ts'
import { Theme } from '../theme/Theme.tsx'
import { RichTextEditor } from './RichTextEditor.tsx'
import { TextToolbar } from './toolbar/TextToolbar.tsx'

let root: Root
let value: InlineText = []
const onEnter = vi.fn<() => void>()
const onErase = vi.fn<() => void>()
const line = page.getByRole('textbox', { name: 'Choice 1' })

function Line() {
  const [text, setText] = useState<InlineText>([])
  return (
    <Theme scheme="light">
      <TextToolbar />
      <div className="morsel">
        <RichTextEditor
          mode="inline"
          label="Choice 1"
          placeholder="Choice 1"
          value={text}
          onChange={(next) => {
            value = next
            setText(next)
          }}
          onEnter={onEnter}
          onErase={onErase}
        />
      </div>
    </Theme>
  )
}

async function paste(data: Record<string, string>, files: File[] = []) {
  const clipboardData = new DataTransfer()
  for (const [type, words] of Object.entries(data)) clipboardData.setData(type, words)
  for (const file of files) clipboardData.items.add(file)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  line.element().dispatchEvent(event)
  await new Promise((resolve) => setTimeout(resolve, 50))
}

beforeEach(async () => {
  value = []
  vi.clearAllMocks()
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  root.render(<Line />)
  await expect.element(line).toBeVisible()
  await line.click()
})

afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('Enter asks for the next line, Shift+Enter breaks this one, Backspace in an empty one gives it up', async () => {
  await userEvent.keyboard('{Backspace}')
  expect(onErase).toHaveBeenCalledOnce()
  await userEvent.keyboard('One{Shift>}{Enter}{/Shift}{Control>}b{/Control}two{Enter}')
  expect(onEnter).toHaveBeenCalledOnce()
  expect(value).toEqual([
    { type: 'text', text: 'One' },
    { type: 'break' },
    { type: 'text', text: 'two', marks: ['bold'] },
  ])
})

test('blocks that are pasted become one line; a picture is refused with a sentence', async () => {
  await paste({ 'text/html': '<h2>Wash</h2><ul><li>hands</li><li><b>well</b></li></ul>' })
  expect(value).toEqual([
    { type: 'text', text: 'Wash hands ' },
    { type: 'text', text: 'well', marks: ['bold'] },
  ])
  await paste({}, [new File(['x'], 'jug.png', { type: 'image/png' })])
  await expect.element(page.getByText(/^A picture cannot stand in one line/)).toBeVisible()
})

test('block tools are off; marks are on', async () => {
  await expect
    .element(page.getByRole('button', { name: 'Bulleted list' }))
    .toHaveAttribute('aria-disabled', 'true')
  await expect.element(page.getByRole('button', { name: 'Picture' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('## ')
  await page.getByRole('button', { name: 'Italic' }).click()
  await userEvent.keyboard('x')
  expect(value).toEqual([
    { type: 'text', text: '## ' },
    { type: 'text', text: 'x', marks: ['italic'] },
  ])
})
