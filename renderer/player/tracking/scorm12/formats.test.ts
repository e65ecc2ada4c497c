import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOfDay, timespan } from './formats.ts'

test('a timespan is HHHH:MM:SS.SS, whatever the seconds', () => {
  expect(timespan(0)).toBe('0000:00:00.00')
  expect(timespan(5.12)).toBe('0000:00:05.12')
  expect(timespan(3_725.5)).toBe('0001:02:05.50')
  expect(timespan(-3)).toBe('0000:00:00.00')
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (seconds) => {
      expect(timespan(seconds)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/)
    }),
  )
})

test('a time of day is the learner’s own', () => {
  expect(timeOfDay(new Date(2026, 10, 23, 9, 5, 7, 89))).toBe('09:05:07.08')
  expect(timeOfDay(new Date(2026, 10, 23, 23, 59, 59, 999))).toBe('23:59:59.99')
})
