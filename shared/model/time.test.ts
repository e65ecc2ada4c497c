import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTime, parseTime } from './time.ts'

test.each([
  ['0:12.500', 12.5],
  ['1:20', 80],
  ['1:47.25', 107.25],
  ['1:02:03.004', 3723.004],
  ['75', 75],
  ['75.25', 75.25],
  ['0:12,5', 12.5],
  [' 2:00 ', 120],
  ['90:00', 5400],
])('%s is %d seconds', (text, seconds) => {
  expect(parseTime(text)).toBe(seconds)
})

test.each(['', 'abc', '1:60', '1:2:3:4', '-1', '1:60:00', '1e3', '1:', ':30'])(
  '“%s” is no moment',
  (text) => {
    expect(parseTime(text)).toBeNull()
  },
)

test('what is formatted is read again, to the millisecond', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (milliseconds) => {
      expect(parseTime(formatTime(milliseconds / 1000))).toBe(milliseconds / 1000)
    }),
  )
})
