import type { RecordMap } from '../../../shared/model/records.ts'
import { linesOf, type OutlineLine } from './rows.ts'

type Open = Parameters<typeof linesOf>[1]

/**
 * `linesOf` that gives back the line it gave before where nothing of it changed, and the whole list where no line did:
 * typing in a step must not draw a long outline again.
 */
export function createStableLines() {
  let last: OutlineLine[] = []
  return (records: RecordMap, open: Open, loaded: ReadonlySet<string>): OutlineLine[] => {
    const before = new Map(last.map((line) => [line.id, line]))
    const next = linesOf(records, open, loaded).map((line) => {
      const old = before.get(line.id)
      return old && isSame(old, line) ? old : line
    })
    if (next.length === last.length && next.every((line, index) => line === last[index])) return last
    last = next
    return next
  }
}

function isSame(one: OutlineLine, other: OutlineLine): boolean {
  const [first, second] = [Object.entries(one), Object.entries(other)]
  return (
    first.length === second.length &&
    first.every(([key, value]) => value === (other as Record<string, unknown>)[key])
  )
}
