/// <reference types="@vitest/browser-playwright" />
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { RichText } from '../../../shared/model/richtext/schema.ts'
import { plainText } from '../../../shared/model/richtext/text.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { bodyOf, EditorPage, setBody } from '../../../test/harness/editor-page.tsx'
import { createMemoryProject, type MemoryProject } from '../../../test/harness/memory-project.ts'

const paragraph = (text: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', text }] }]

function rename(project: MemoryProject, id: string, title: string) {
  project.edit('Rename step', (draft) => {
    const step = draft[id]
    if (step?.type === 'step') step.title = title
  })
}

function titleOf(project: MemoryProject, id: string) {
  const step = project.records()[id]
  return step?.type === 'step' ? step.title : null
}

/** Long enough for the next key to begin a new undo step. */
const pauseOfTyping = () => new Promise((resolve) => setTimeout(resolve, 1100))

/** Chromium tells of a new selection in a task of its own, which a person's next key never outruns. */
const selectionToArrive = () => new Promise((resolve) => setTimeout(resolve, 50))

let root: Root
let project: MemoryProject
const words = (id: string) => plainText(bodyOf(project, id))
const editor = (id: string) => page.getByRole('textbox', { name: `Page ${id}` })
const element = (id: string) => editor(id).element() as HTMLElement
const undo = () => userEvent.keyboard('{Control>}z{/Control}')
const redo = () => userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
/** Types as a person does: real key events, one after another. */
const type = (text: string) => userEvent.keyboard(text)
/** What is on the screen; Lexical puts a character of no width behind what is being composed. */
const shown = (id: string) => element(id).innerText.replaceAll('\u200b', '').replace(/\n+/g, '\n').trim()
/** The words of the block with the caret, and how far in it is. */
const caret = () => {
  const selection = document.getSelection()
  return `${selection?.anchorNode?.textContent ?? ''}|${selection?.anchorOffset ?? -1}`
}

beforeEach(async () => {
  project = createMemoryProject([
    createStep('page', { id: 'one', title: 'First' }),
    createStep('page', { id: 'two', title: 'Second' }),
  ])
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  root.render(<EditorPage project={project} pages={['one', 'two']} />)
  await expect.element(editor('two')).toBeVisible()
})

afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('typing, formatting, lists and edits elsewhere are one stack: undone and redone one by one', async () => {
  await editor('one').click()
  await type('Wash your hands')
  await userEvent.keyboard('{Shift>}{Home}{/Shift}')
  await selectionToArrive()
  await userEvent.keyboard('{Control>}b{/Control}')
  await editor('two').click()
  await type('- Water{Enter}Soap')
  rename(project, 'one', 'Clean hands')
  const labels = [
    'Write text',
    'Format text',
    'Write text',
    'Change list',
    'Write text',
    'Write text',
    'Rename step',
  ]
  expect(project.labels()).toEqual(labels)
  const end = structuredClone(project.records())

  await undo()
  expect(titleOf(project, 'one')).toBe('First')
  await undo()
  expect(shown('two')).toBe('Water')
  await undo()
  expect(words('two')).toBe('')
  await undo()
  expect(shown('two')).toBe('-')
  await undo()
  expect(shown('two')).toBe('')
  await undo()
  expect(bodyOf(project, 'one')).toEqual(paragraph('Wash your hands'))
  await vi.waitFor(() => expect(element('one').querySelector('strong')).toBeNull())
  await undo()
  await vi.waitFor(() => expect(shown('one')).toBe(''))
  expect(project.labels()).toEqual([])

  for (const _ of labels) await redo()
  expect(project.records()).toEqual(end)
  await vi.waitFor(() => expect(element('one').querySelector('strong')?.textContent).toBe('Wash your hands'))
  expect([...element('two').querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'Water',
    'Soap',
  ])
})

test('undo and redo keep the focus, and put the caret back where it was', async () => {
  await editor('one').click()
  await type('One two four')
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}')
  await pauseOfTyping()
  await type('three ')
  expect(caret()).toBe('One two three four|14')
  await undo()
  await vi.waitFor(() => expect(caret()).toBe('One two four|8'))
  expect(document.activeElement).toBe(element('one'))
  await redo()
  await vi.waitFor(() => expect(caret()).toBe('One two three four|14'))
  await type('and ')
  expect(words('one')).toBe('One two three and four')
})

test('a pause, leaving and coming back, and a new paragraph each begin an undo step', async () => {
  await editor('one').click()
  await type('a')
  await pauseOfTyping()
  await type('b')
  await editor('two').click()
  await editor('one').click()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await type('c{Enter}d')
  expect(project.labels()).toHaveLength(4)
  await undo()
  expect(words('one')).toBe('abc')
  await undo()
  expect(words('one')).toBe('ab')
  await undo()
  expect(words('one')).toBe('a')
})

test('an empty line is not part of the text, and yet never lost while the caret is on it', async () => {
  await editor('one').click()
  await type('First{Enter}')
  expect(bodyOf(project, 'one')).toEqual(paragraph('First'))
  rename(project, 'one', 'Another title')
  project.fromElsewhere((draft) => setBody(draft, 'two', paragraph('From another window')))
  await expect.element(editor('two')).toHaveTextContent('From another window')
  await type('Second')
  expect(words('one')).toBe('First\nSecond')
  await undo()
  await vi.waitFor(() => expect(words('one')).toBe('First'))
  await type('Next')
  expect(words('one')).toBe('First\nNext')
  await editor('two').click()
  await editor('one').click()
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}{Enter}')
  expect(element('one').children).toHaveLength(4)
  await editor('two').click()
  await vi.waitFor(() => expect(element('one').children).toHaveLength(2))
})

test('what another window writes is shown, and the caret stays with its words', async () => {
  await editor('one').click()
  await type('Alpha{Enter}Omega')
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  project.fromElsewhere((draft) =>
    setBody(draft, 'one', [...paragraph('Before all'), ...paragraph('Alpha'), ...paragraph('The Omega')]),
  )
  await vi.waitFor(() => expect(shown('one')).toBe('Before all\nAlpha\nThe Omega'))
  expect(caret()).toBe('The Omega|7')
  await type('!')
  expect(words('one')).toBe('Before all\nAlpha\nThe Ome!ga')
})

test('the menu of the browser undoes on the one stack too', async () => {
  await editor('one').click()
  await type('Words')
  element('one').dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true }),
  )
  expect(words('one')).toBe('')
  element('one').dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'historyRedo', bubbles: true, cancelable: true }),
  )
  expect(words('one')).toBe('Words')
})

test('what an input method composes is one edit, made when it is done, and nothing interrupts it', async () => {
  await editor('one').click()
  await type('Hand')
  const compose = (text: string) =>
    cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('に')
  await compose('にほ')
  project.fromElsewhere((draft) => setBody(draft, 'one', paragraph('From another window')))
  await compose('にほん')
  expect(words('one')).toBe('From another window')
  expect(shown('one')).toBe('Handにほん')
  await cdp().send('Input.insertText', { text: '日本' })
  await vi.waitFor(() => expect(words('one')).toBe('Hand日本'))
  expect(shown('one')).toBe('Hand日本')
  await type('x')
  await undo()
  await vi.waitFor(() => expect(shown('one')).toBe('Hand日本'))
})
