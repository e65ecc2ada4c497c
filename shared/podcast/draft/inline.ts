import type { Inline } from '../../model/richtext/schema.ts'
import { oneLine } from '../clean.ts'

type Run = { text: string; isStressed: boolean }

/** A run of text as it is spoken: bold and italic become `*stress*`, what is struck through goes, breaks are blanks. */
export function spokenInline(children: readonly Inline[]): string {
  const runs = joinRuns(children.flatMap(runsOf))
  const words = runs.filter(({ text }) => text.trim() !== '')
  // Where all is stressed, nothing is.
  if (words.every(({ isStressed }) => isStressed)) return oneLine(runs.map(({ text }) => text).join(''))
  return oneLine(
    runs.map((run, index) => stress(run, runs[index - 1]?.text ?? '', runs[index + 1]?.text ?? '')).join(''),
  )
}

function runsOf(node: Inline): Run[] {
  if (node.type === 'break') return [{ text: ' ', isStressed: false }]
  if (node.type === 'link') return node.children.flatMap(runsOf)
  const marks = node.marks ?? []
  if (marks.includes('strike')) return []
  return [{ text: node.text, isStressed: marks.includes('bold') || marks.includes('italic') }]
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.isStressed === run.isStressed)
      joined[joined.length - 1] = { ...run, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** Stars go around whole words only: within one, a voice cannot stress and the star would be read. */
function stress({ text, isStressed }: Run, before: string, after: string): string {
  const words = text.trim()
  const [head, tail] = [text.slice(0, text.indexOf(words)), text.slice(text.indexOf(words) + words.length)]
  const isWhole =
    (head !== '' || !/[\p{L}\p{N}*]$/u.test(before)) && (tail !== '' || !/^[\p{L}\p{N}*]/u.test(after))
  return isStressed && isWhole && words !== '' && !words.includes('*') ? `${head}*${words}*${tail}` : text
}
