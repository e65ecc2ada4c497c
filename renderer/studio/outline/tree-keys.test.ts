import { expect, test } from 'vitest'
import type { OutlineLine, Row } from './rows.ts'
import { commandFor } from './tree-keys.ts'

const row = (id: string, type: Row['type'], level: number, parent: string, more: Partial<Row> = {}): Row => ({
  id,
  type,
  title: id,
  level,
  parent,
  isExpanded: type === 'step' ? null : true,
  kind: type === 'step' ? 'page' : null,
  position: 1,
  siblings: 1,
  ...more,
})
const lines: OutlineLine[] = [
  row('series', 'series', 1, 'project'),
  row('open', 'module', 2, 'series', { position: 1, siblings: 2 }),
  row('step', 'step', 3, 'open'),
  { id: 'x/empty', type: 'empty', level: 3, parent: 'x', of: 'module' },
  row('closed', 'module', 2, 'series', { isExpanded: false, position: 2, siblings: 2 }),
]
const press = (focused: string, key: string, held: Partial<KeyboardEvent> = {}) =>
  commandFor(lines, focused, { key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held })

test.each([
  ['series', 'ArrowDown', { do: 'focus', id: 'open' }],
  ['step', 'ArrowDown', { do: 'focus', id: 'closed' }],
  ['closed', 'ArrowDown', null],
  ['open', 'ArrowUp', { do: 'focus', id: 'series' }],
  ['step', 'Home', { do: 'focus', id: 'series' }],
  ['series', 'End', { do: 'focus', id: 'closed' }],
  ['closed', 'ArrowRight', { do: 'expand', id: 'closed' }],
  ['open', 'ArrowRight', { do: 'focus', id: 'step' }],
  ['step', 'ArrowRight', null],
  ['open', 'ArrowLeft', { do: 'collapse', id: 'open' }],
  ['step', 'ArrowLeft', { do: 'focus', id: 'open' }],
  ['step', 'Enter', { do: 'select', id: 'step' }],
  ['step', 'F2', { do: 'rename', id: 'step' }],
  ['step', 'Delete', { do: 'delete', id: 'step' }],
  ['open', 'c', { do: 'focus', id: 'closed' }],
] as const)('on %s, %s', (focused, key, command) => {
  expect(press(focused, key)).toEqual(command)
})

test('Alt and an arrow move the row, where there is somewhere to go', () => {
  expect(press('closed', 'ArrowUp', { altKey: true })).toEqual({ do: 'move', id: 'closed', by: -1 })
  expect(press('closed', 'ArrowDown', { altKey: true })).toBeNull()
})

test('Ctrl or Command and D duplicates; other shortcuts are left alone', () => {
  expect(press('step', 'd', { metaKey: true })).toEqual({ do: 'duplicate', id: 'step' })
  expect(press('step', 'c', { ctrlKey: true })).toBeNull()
})
