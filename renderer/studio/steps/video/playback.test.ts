import { expect, test } from 'vitest'
import { whatNext } from './playback.ts'

const ranges = [
  { start: 1, end: 2 },
  { start: 5, end: 6 },
]

test.each([
  ['inside a range it plays on', 0, 1.5, { do: 'go-on' }],
  ['at its end it jumps to the next', 0, 1.99, { do: 'jump', to: 5, range: 1 }],
  ['past its end too', 0, 2.3, { do: 'jump', to: 5, range: 1 }],
  ['at the end of the last it stops, exactly there', 1, 6.01, { do: 'stop', at: 6 }],
  ['where nothing is kept it plays on', -1, 3, { do: 'go-on' }],
] as const)('%s', (_what, current, time, expected) => {
  expect(whatNext(ranges, current, time)).toEqual(expected)
})

test('ranges play in the order they are kept in, not in the recording’s', () => {
  const swapped = [ranges[1], ranges[0]].flatMap((range) => range ?? [])
  expect(whatNext(swapped, 0, 6)).toEqual({ do: 'jump', to: 1, range: 1 })
})
