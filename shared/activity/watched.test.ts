import { expect, it } from 'vitest'
import { joinParts, partsOf, watchedPartCount, watchedPercent } from './watched.ts'

it('counts the parts whose middle was played', () => {
  expect(watchedPercent(partsOf([[0, 96]], 96))).toBe(100)
  expect(watchedPercent(partsOf([[0, 24]], 96))).toBe(25)
  expect(watchedPercent(partsOf([], 96))).toBe(0)
  expect(watchedPercent(partsOf([[0, 0.9]], 96))).toBe(0)
  // The last moment of a recording is never quite reached: its part counts when its middle was.
  expect(watchedPercent(partsOf([[0, 95.2]], 96))).toBe(100)
})

it('joins what was watched at different times, beyond 32 bits', () => {
  const start = partsOf([[0, 2]], 96)
  const end = partsOf([[94, 96]], 96)
  expect([start, end]).toEqual([2 ** 47, 1])
  expect(watchedPercent(joinParts(start, end))).toBeCloseTo(200 / watchedPartCount)
  expect(joinParts(start, start)).toBe(start)
  expect(joinParts(2 ** 48 - 1, 0)).toBe(2 ** 48 - 1)
})
