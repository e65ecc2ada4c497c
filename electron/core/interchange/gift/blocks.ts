import type { Notes } from '../report.ts'

/** A question as it stands in the file, still to be understood. `line` is its first. */
export type GiftBlock = { text: string; line: number; comments: GiftComment[] }
type GiftComment = { text: string; line: number }

/**
 * Cuts GIFT text into questions at blank lines, so that one bad question never costs the others. Comments (`//`) go with
 * the question after them: ids and tags are written there.
 */
export function cutBlocks(text: string, firstLine: number, notes: Notes): GiftBlock[] {
  const blocks: GiftBlock[] = []
  const lines = withoutBlockComments(text, firstLine, notes)
  let comments: GiftComment[] = []
  let current: string[] = []
  let start = 0
  let depth = 0
  const end = () => {
    if (current.length > 0) {
      blocks.push({ text: current.join('\n'), line: start, comments })
      comments = []
    }
    current = []
    depth = 0
  }
  lines.forEach((line, index) => {
    const number = firstLine + index
    if (/^\s*\/\//.test(line)) {
      if (current.length === 0) reportOrphans(comments, line, notes)
      if (current.length === 0 && /question:|\[id:/.test(line)) comments = keepRelated(comments, line)
      comments.push({ text: line.trim().slice(2), line: number })
    } else if (/^\s*\$CATEGORY:/.test(line)) {
      end()
      notes.leftOut(number, line, 'Categories of a question bank are left out: a quiz has none.')
    } else if (line.trim() !== '') {
      if (current.length === 0) start = number
      current.push(line)
      depth = depthAfter(line, depth)
    } else if (depth > 0 && goesOn(lines, index)) {
      notes.changed(
        number,
        'a blank line inside an answer',
        'The question was taken as if the line were not there.',
      )
    } else end()
  })
  end()
  reportOrphans(comments, '// question: end', notes)
  return blocks
}

const names = /question:\s*\d+|\[id:/

/** A comment that names a question, and then another one or the end: its question was lost before the file came here. */
function reportOrphans(comments: GiftComment[], next: string, notes: Notes) {
  const isNewQuestion = /question:/.test(next)
  const orphan = isNewQuestion ? comments.find(({ text }) => names.test(text)) : undefined
  if (orphan)
    notes.leftOut(orphan.line, `//${orphan.text}`, 'The comment names a question, but none follows it.')
}

const keepRelated = (comments: GiftComment[], line: string) => (/question:/.test(line) ? [] : comments)

/** How many braces are open after `line`. */
function depthAfter(line: string, depth: number): number {
  const bare = line.replace(/\\[\\~=#{}:n]/g, '')
  const open = depth + (bare.match(/\{/g)?.length ?? 0) - (bare.match(/\}/g)?.length ?? 0)
  return Math.max(open, 0)
}

/** Whether the answer left open goes on after blank lines: the next line with words starts with an answer's sign. */
function goesOn(lines: string[], from: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== '' && !/^\s*\/\//.test(line))
  return next !== undefined && /^\s*(?:[=~}]|####)/.test(next)
}

/** Some banks hold comments between slash-star and star-slash, which GIFT itself does not know. */
function withoutBlockComments(text: string, firstLine: number, notes: Notes): string[] {
  let isInside = false
  let isReported = false
  return text.split('\n').map((line, index) => {
    if (!isInside && !/^\s*\/\*/.test(line)) return line
    if (!isReported)
      notes.changed(
        firstLine + index,
        '/* … */',
        'Comments of this kind are no GIFT; all of them were passed over.',
      )
    isReported = true
    isInside = !/\*\/\s*$/.test(line)
    return ''
  })
}
