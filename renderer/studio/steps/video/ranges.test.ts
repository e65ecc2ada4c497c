import { expect, test } from 'vitest'
import { keptRanges, keptSeconds, rangeAt, splitAt, toKeep, withEnd } from './ranges.ts'

test('no named range keeps everything, and keeping everything names none', () => {
  expect(keptRanges([], 12.3456)).toEqual([{ start: 0, end: 12.346 }])
  expect(toKeep([{ start: 0, end: 12.346 }], 12.3456)).toEqual([])
  expect(toKeep([{ start: 0, end: 12 }], 12.3456)).toEqual([{ start: 0, end: 12 }])
})

test('a handle stops at the recording and short of the other handle', () => {
  const all = [{ start: 1, end: 9 }]
  expect(withEnd(all, 0, 'start', -3, 10)).toEqual([{ start: 0, end: 9 }])
  expect(withEnd(all, 0, 'start', 20, 10)).toEqual([{ start: 8.9, end: 9 }])
  expect(withEnd(all, 0, 'end', 20, 10)).toEqual([{ start: 1, end: 10 }])
  expect(withEnd(all, 0, 'end', 0, 10)).toEqual([{ start: 1, end: 1.1 }])
  expect(withEnd(all, 0, 'end', 4.56789, 10)).toEqual([{ start: 1, end: 4.568 }])
})

test('cutting in two keeps every moment, and refuses slivers', () => {
  expect(splitAt([{ start: 0, end: 10 }], 4)).toEqual([
    { start: 0, end: 4 },
    { start: 4, end: 10 },
  ])
  expect(splitAt([{ start: 0, end: 10 }], 9.95)).toEqual([{ start: 0, end: 10 }])
  expect(keptSeconds(splitAt([{ start: 0, end: 10 }], 4))).toBe(10)
})

test('a moment belongs to the range it plays in', () => {
  const ranges = [
    { start: 1, end: 2 },
    { start: 5, end: 6 },
  ]
  expect([0, 1, 1.5, 2, 5.2, 6].map((time) => rangeAt(ranges, time))).toEqual([-1, 0, 0, -1, 1, -1])
})
