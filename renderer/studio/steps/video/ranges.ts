import { toMillisecond } from '../../../../shared/model/moment.ts'
import type { Range } from '../../../../shared/model/steps/video.ts'

/** The shortest range that may be kept, in seconds. */
export const shortest = 0.1

/** The ranges that are kept of a recording of `seconds`: all of it when none are named. */
export function keptRanges(keep: readonly Range[], seconds: number): Range[] {
  return keep.length > 0 ? [...keep] : [{ start: 0, end: toMillisecond(seconds) }]
}

/** What is written for `ranges`: nothing when all of the recording is kept. */
export function toKeep(ranges: readonly Range[], seconds: number): Range[] {
  const [only] = ranges
  const isAll = ranges.length === 1 && only && only.start <= 0 && only.end >= toMillisecond(seconds)
  return isAll ? [] : [...ranges]
}

/** `ranges` with one end of one of them moved as near to `to` as the recording and the other end allow. */
export function withEnd(
  ranges: readonly Range[],
  index: number,
  end: 'start' | 'end',
  to: number,
  seconds: number,
): Range[] {
  return ranges.map((range, at) => {
    if (at !== index) return range
    const moment = toMillisecond(to)
    return end === 'start'
      ? { ...range, start: clamp(moment, 0, toMillisecond(range.end - shortest)) }
      : { ...range, end: clamp(moment, toMillisecond(range.start + shortest), toMillisecond(seconds)) }
  })
}

/** `ranges` with the one around `at` cut in two there; unchanged where a half would be too short. */
export function splitAt(ranges: readonly Range[], at: number): Range[] {
  const moment = toMillisecond(at)
  return ranges.flatMap((range) =>
    moment >= range.start + shortest && moment <= range.end - shortest
      ? [
          { start: range.start, end: moment },
          { start: moment, end: range.end },
        ]
      : [range],
  )
}

/** How long the kept ranges play together, in seconds. */
export function keptSeconds(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The range that is playing at `time`, or -1 when that moment is cut. The end of a range is not in it. */
export function rangeAt(ranges: readonly Range[], time: number): number {
  return ranges.findIndex(({ start, end }) => time >= start - 0.001 && time < end)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high))
}
