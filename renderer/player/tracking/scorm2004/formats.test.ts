import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duration, moment } from './formats.ts'

test('a duration has two decimals at most, whatever the seconds', () => {
  expect([0, 5.129, -3, 3725.5].map(duration)).toEqual(['PT0S', 'PT5.12S', 'PT0S', 'PT3725.5S'])
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), (seconds) => {
      expect(duration(seconds)).toMatch(/^PT\d+(\.\d{1,2})?S$/)
    }),
  )
})

test('a moment is in UTC, to the hundredth of a second', () => {
  expect(moment(new Date(Date.UTC(2026, 10, 25, 15, 0, 0, 129)))).toBe('2026-11-25T15:00:00.12Z')
})
