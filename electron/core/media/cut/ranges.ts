import { StudioError } from '../../../../shared/errors.ts'
import type { Range } from '../../../../shared/model/steps/video.ts'

/** A typed end may lie this far behind the last frame: people round up. Seconds. */
const tolerance = 0.1

/** Checks ranges against a recording's length and draws an end just behind it back in; or throws `range-invalid`. */
export function checkedRanges(
  ranges: readonly Range[],
  { name, seconds }: { name: string; seconds: number },
): Range[] {
  return ranges.map(({ start, end }) => {
    const problem = problemOf({ start, end }, seconds)
    if (problem) throw new StudioError('range-invalid', { name, problem })
    return { start, end: Math.min(end, seconds) }
  })
}

function problemOf({ start, end }: Range, seconds: number): string | null {
  const range = `${clock(start)} to ${clock(end)}`
  if (!Number.isFinite(start) || !Number.isFinite(end) || start < 0) return `${range} is no range.`
  if (end <= start) return `${range} ends before it starts.`
  if (start >= seconds || end > seconds + tolerance)
    return `${range} lies outside the recording, which ends at ${clock(seconds)}.`
  return null
}

/** Seconds as `m:ss.mmm`. */
export function clock(seconds: number): string {
  if (!Number.isFinite(seconds)) return String(seconds)
  const milliseconds = Math.round(Math.abs(seconds) * 1000)
  const rest = ((milliseconds % 60_000) / 1000).toFixed(3).padStart(6, '0')
  return `${seconds < 0 ? '-' : ''}${Math.floor(milliseconds / 60_000)}:${rest}`
}

/** How long ranges last together, in seconds. */
export function totalSeconds(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}
