import type { ReportLine } from '../../../shared/contract/interchange.ts'

/**
 * Takes what a reader could not keep as it stood. `line` counts from 1; `found` is the construct as people know it,
 * `message` says what became of it and why.
 */
export type Notes = {
  changed: (line: number, found: string, message: string) => void
  leftOut: (line: number, found: string, message: string) => void
}

/** The notes of one file, as lines of the import report. */
export function notesFor(file: string): Notes & { lines: ReportLine[] } {
  const lines: ReportLine[] = []
  const note = (outcome: ReportLine['outcome']) => (line: number, found: string, message: string) =>
    lines.push({ file, place: `line ${line}`, found: shorten(found), outcome, message })
  return { lines, changed: note('changed'), leftOut: note('left-out') }
}

/** Notes that go nowhere: for reading back what we wrote ourselves. */
export const noNotes: Notes = { changed: () => {}, leftOut: () => {} }

/** One line of at most 80 characters. */
export function shorten(words: string, most = 80): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`
}
