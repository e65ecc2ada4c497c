/** A script's line without the notes (`<!-- … -->`) in it. */
export type ScriptLine = {
  text: string
  /** Whether a note stood on it: a line that held nothing else is no blank line. */
  hasNote: boolean
  /** What a note says of the step that the line was drafted from. */
  source: { step: string; hash: string } | null
}

const opens = '<!--'
const closes = '-->'

/**
 * The lines of a text, with notes taken out; they may run over several lines. `unclosed` is the index of a line on which
 * a note begins that never ends; what is left of that line is taken for the note. A backslash before `<!--` makes it words.
 */
export function takeNotes(text: string): { lines: ScriptLine[]; unclosed: number | null } {
  const lines: ScriptLine[] = [{ text: '', hasNote: false, source: null }]
  let unclosed: number | null = null
  const last = () => lines.at(-1) as ScriptLine
  const addWords = (words: string) => {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) lines.push({ text: '', hasNote: false, source: null })
      last().text += part
    }
  }
  let from = 0
  while (from < text.length) {
    const start = nextNote(text, from)
    addWords(text.slice(from, start))
    if (start === text.length) break
    const end = text.indexOf(closes, start + opens.length)
    last().hasNote = true
    if (end < 0) {
      unclosed = lines.length - 1
      const lineEnd = text.indexOf('\n', start)
      addWords(lineEnd < 0 ? '' : text.slice(lineEnd))
      break
    }
    const note = text.slice(start + opens.length, end)
    last().source ??= sourceIn(note)
    for (const _ of note.matchAll(/\n/g)) lines.push({ text: '', hasNote: true, source: null })
    from = end + closes.length
  }
  return { lines: lines.map((line) => ({ ...line, text: unescapeNotes(line.text) })), unclosed }
}

function nextNote(text: string, from: number): number {
  let start = text.indexOf(opens, from)
  while (start > 0 && text.charAt(start - 1) === '\\') start = text.indexOf(opens, start + 1)
  return start < 0 ? text.length : start
}

function sourceIn(note: string): ScriptLine['source'] {
  const [, step, hash] = /^\s*from (\S{1,200}) ([0-9a-f]{1,64})\s*$/.exec(note) ?? []
  return step !== undefined && hash !== undefined ? { step, hash } : null
}

/** The note that remembers where a line was drafted from. */
export function writeSource({ step, hash }: { step: string; hash: string }): string {
  return `${opens} from ${step} ${hash} ${closes}`
}

/** Words in which nothing is read as a note: one more backslash before each that would be. */
export function escapeNotes(text: string): string {
  return text.replace(/(?<!\\)\\*<!--/g, (sign) => `\\${sign}`)
}

function unescapeNotes(text: string): string {
  return text.replace(/(?<!\\)\\+<!--/g, (sign) => sign.slice(1))
}
