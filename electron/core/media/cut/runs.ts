import type { Range } from '../../../../shared/model/steps/video.ts'

/** Ranges that one reading of the file serves, in order. `seek` is where the reading starts, in seconds. */
export type Run = { seek: number; ranges: Range[] }

/** Reading starts this much before the first wanted moment, so that decoders have settled. Seconds. */
const lead = 3

/** A gap longer than this is sought over rather than decoded. Seconds. */
const longestGap = 30

/** Every reading opens the file and its decoders once more. */
const mostRuns = 8

/**
 * Groups ranges into readings: in one reading time only goes forward, so ranges that go back start another. Where the
 * container has an index, a reading starts shortly before its first range and a long gap starts another one.
 */
export function runsOf(ranges: readonly Range[], { canSeek }: { canSeek: boolean }): Run[] {
  const runs: Run[] = []
  for (const range of ranges) {
    const run = runs.at(-1)
    const before = run?.ranges.at(-1)
    const gap = before ? range.start - before.end : 0
    const goesOn = run && gap >= 0 && (gap <= longestGap || !canSeek || runs.length >= mostRuns)
    if (goesOn) run.ranges.push(range)
    else runs.push({ seek: canSeek ? Math.max(0, range.start - lead) : 0, ranges: [range] })
  }
  return runs
}
