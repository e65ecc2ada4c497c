import { expect, test } from 'vitest'
import type { OutlineLine } from './rows.ts'
import { windowOf } from './window.ts'

const lines = Array.from(
  { length: 500 },
  (_, index): OutlineLine => ({
    id: `m${index}`,
    type: 'module',
    title: '',
    level: 2,
    isExpanded: false,
    kind: null,
    parent: 's',
    position: index + 1,
    siblings: 500,
  }),
)
const nothing = new Set<string>()
const ids = (drawn: ReturnType<typeof windowOf>) => drawn.map(({ id }) => id)
const heightOfAll = (drawn: ReturnType<typeof windowOf>) =>
  drawn.reduce((sum, line) => sum + (line.type === 'gap' ? line.height : 34), 0)

test('a short outline is drawn whole', () => {
  expect(windowOf(lines.slice(0, 60), { top: 0, bottom: 100 }, nothing)).toEqual(lines.slice(0, 60))
})

test('of a long one the lines that are seen are drawn, and the whole stays as high', () => {
  const drawn = windowOf(lines, { top: 6800, bottom: 7600 }, nothing)
  expect(drawn.length).toBeLessThan(70)
  // 6800 pixels are 200 lines.
  expect(ids(drawn)).toEqual(expect.arrayContaining(['m190', 'm200', 'm222', 'm230']))
  expect(drawn[0]?.type).toBe('gap')
  expect(drawn.at(-1)?.type).toBe('gap')
  expect(heightOfAll(drawn)).toBe(500 * 34)
})

test('a line that something holds on to is drawn in its place, wherever it is', () => {
  const drawn = windowOf(lines, { top: 0, bottom: 800 }, new Set(['m400']))
  expect(ids(drawn).slice(-3)).toEqual([expect.stringContaining('gap'), 'm400', 'gap after m400'])
  expect(heightOfAll(drawn)).toBe(500 * 34)
  expect(new Set(ids(drawn)).size).toBe(drawn.length)
})
