import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duration } from './duration.ts'

test('a duration has two decimals at most, whatever the seconds', () => {
  expect([0, 5.129, -3, 3725.5].map(duration)).toEqual(['PT0S', 'PT5.12S', 'PT0S', 'PT3725.5S'])
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), (seconds) => {
      expect(duration(seconds)).toMatch(/^PT\d+(\.\d{1,2})?S$/)
    }),
  )
})
