import { describe, expect, it } from 'vitest'
import { type Grid, partsOf } from './frames.ts'
import { checkedRanges, clock } from './ranges.ts'
import { runsOf } from './runs.ts'

const range = (start: number, end: number) => ({ start, end })

describe('grouping ranges into readings', () => {
  it('reads once what comes in order, from shortly before the first', () => {
    const ranges = [range(100, 110), range(112, 115), range(115, 120)]
    expect(runsOf(ranges, { canSeek: true })).toEqual([{ seek: 97, ranges }])
    expect(runsOf([range(1, 2)], { canSeek: true })).toEqual([{ seek: 0, ranges: [range(1, 2)] }])
  })

  it('reads anew what goes back or overlaps, and skips a long gap', () => {
    const ranges = [range(50, 60), range(20, 30), range(25, 40), range(500, 501)]
    expect(runsOf(ranges, { canSeek: true }).map(({ seek }) => seek)).toEqual([47, 17, 22, 497])
  })

  it('decodes its way where the container has no index', () => {
    const ranges = [range(50, 60), range(500, 501), range(20, 30)]
    expect(runsOf(ranges, { canSeek: false })).toEqual([
      { seek: 0, ranges: ranges.slice(0, 2) },
      { seek: 0, ranges: ranges.slice(2) },
    ])
  })

  it('does not open a file without end', () => {
    const ranges = Array.from({ length: 50 }, (_, number) => range(number * 100, number * 100 + 1))
    expect(runsOf(ranges, { canSeek: true })).toHaveLength(8)
  })
})

describe('frames of ranges', () => {
  const grid: Grid = { rate: '30', zero: 0, first: 0, isEven: true }
  const framesOf = (start: number, end: number, changes: Partial<Grid> = {}) => {
    const [[part] = []] = partsOf([{ seek: 0, ranges: [range(start, end)] }], { ...grid, ...changes })
    return part && [part.firstFrame, part.lastFrame]
  }

  it('are those whose time, to the millisecond, lies in the range', () => {
    expect(framesOf(0, 1)).toEqual([0, 29])
    expect(framesOf(0.067, 0.1)).toEqual([2, 2])
    expect(framesOf(0.068, 0.134)).toEqual([3, 4])
  })

  it('are at least one: the one on screen', () => {
    expect(framesOf(0.07, 0.08)).toEqual([2, 2])
  })

  it('include one that lies before the grid’s zero only at the very beginning', () => {
    expect(framesOf(0, 0.1, { zero: 0.02, first: -1 })).toEqual([-1, 2])
    expect(framesOf(0.05, 0.1, { zero: 0.02, first: -1 })).toEqual([1, 2])
  })

  it('lie one part after the other without a gap, with their sound', () => {
    const ranges = [range(1.01, 2.02), range(5.003, 5.5)]
    const parts = partsOf([{ seek: 0, ranges }], grid).flat()
    expect(parts.map(({ placeFrame }) => placeFrame)).toEqual([0, 30])
    expect(parts.map(({ place }) => place)).toEqual([0, 1])
    expect(parts[0]?.start).toBeCloseTo(31 / 30, 6)
    expect(parts[0]?.end).toBeCloseTo(61 / 30, 6)
  })
})

describe('checking ranges', () => {
  const recording = { name: 'talk.mp4', seconds: 60 }

  it('draws an end that was rounded up back in', () => {
    expect(checkedRanges([range(1, 60.05)], recording)).toEqual([range(1, 60)])
  })

  it.each([
    [range(70, 80), '1:10.000 to 1:20.000 lies outside the recording, which ends at 1:00.000.'],
    [range(10, 61), '0:10.000 to 1:01.000 lies outside the recording, which ends at 1:00.000.'],
    [range(10, 10), '0:10.000 to 0:10.000 ends before it starts.'],
    [range(-1, 10), '-0:01.000 to 0:10.000 is no range.'],
    [range(Number.NaN, 10), 'NaN to 0:10.000 is no range.'],
  ])('refuses %j', (bad, problem) => {
    expect(() => checkedRanges([range(0, 1), bad], recording)).toThrow(
      `talk.mp4 cannot be cut like that: ${problem}`,
    )
  })

  it('writes times as people do', () => {
    expect([0, 5.0004, 59.9999, 3725.5].map(clock)).toEqual(['0:00.000', '0:05.000', '1:00.000', '62:05.500'])
  })
})
