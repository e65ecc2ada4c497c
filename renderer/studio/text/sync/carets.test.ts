import { expect, test } from 'vitest'
import { fromPlainText } from '../../../../shared/model/richtext/text.ts'
import { createCaretMemory, movedCaret, movedOffset } from './carets.ts'

test('an offset before, inside and after a changed stretch', () => {
  expect(movedOffset('one two three', 'one 2 three', 3)).toBe(3)
  expect(movedOffset('one two three', 'one 2 three', 6)).toBe(5)
  expect(movedOffset('one two three', 'one 2 three', 13)).toBe(11)
  expect(movedOffset('same', 'same', 2)).toBe(2)
  expect(movedOffset('abc', '', 2)).toBe(0)
})

test('a caret below replaced blocks goes along with its block', () => {
  const at = (block: number, offset = 1) => ({
    anchor: { block, offset },
    focus: { block, offset },
    isOnBlankLine: false,
  })
  const replaced = { first: 1, before: ['two'], after: ['two', 'and a half'] }
  expect(movedCaret(at(0), replaced)).toEqual(at(0))
  expect(movedCaret(at(1), replaced)).toEqual(at(1))
  expect(movedCaret(at(2), replaced)).toEqual(at(3))
})

test('carets are remembered by what the text said, the oldest forgotten first', () => {
  const memory = createCaretMemory()
  const caret = { picture: 0 }
  for (let number = 0; number < 201; number++) memory.remember(fromPlainText(`text ${number}`), caret)
  expect(memory.recall(fromPlainText('text 0'))).toBeNull()
  expect(memory.recall(fromPlainText('text 200'))).toEqual(caret)
})
