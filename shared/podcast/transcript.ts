import { writeCaptions } from '../bundle/captions/retime.ts'
import type { ChapterMark, Cue } from './timeline.ts'

/** Captions of at most two lines of about 42 characters, as broadcasters' guides ask for. */
const widest = 42
const linesACue = 2

/**
 * WebVTT with speakers (`<v Ana>`). A cue that is too long to be read at once becomes several, which share its time by their
 * characters. Times are whole milliseconds, and every cue ends after it starts.
 */
export function writeTranscript(cues: readonly Cue[]): string {
  return writeCaptions({
    blocks: [],
    cues: cues.flatMap((cue) =>
      cutCue(cue).map(({ start, end, lines }) => ({
        id: '',
        start,
        end,
        settings: '',
        payload: withVoice(lines.map(escape), cue.speaker),
      })),
    ),
  })
}

/** The words by speaker, a paragraph each, under the titles of the chapters they belong to. */
export function plainTranscript(cues: readonly Cue[], chapters: readonly ChapterMark[]): string {
  const paragraphs: string[] = []
  let chapter = -1
  let speaker: string | null | undefined
  for (const cue of cues) {
    const now = chapters.findLastIndex(({ start }) => start <= cue.start)
    if (now > chapter) {
      paragraphs.push(...chapters.slice(chapter + 1, now + 1).map(({ title }) => title))
      chapter = now
      speaker = undefined
    }
    if (cue.speaker === speaker) paragraphs.push(`${paragraphs.pop() ?? ''} ${cue.text}`)
    else paragraphs.push(cue.speaker === null ? cue.text : `${cue.speaker}: ${cue.text}`)
    speaker = cue.speaker
  }
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('\n')
}

type Part = { start: number; end: number; lines: string[] }

function cutCue(cue: Cue): Part[] {
  const start = Math.round(cue.start * 1000)
  const end = Math.max(Math.round(cue.end * 1000), start + 1)
  const lines = wrap(cue.text)
  const count = Math.ceil(lines.length / linesACue)
  if (lines.length === 0) return []
  // Words that came in no time cannot be parted: each part needs a millisecond.
  if (end - start < count) return [{ start, end, lines }]
  const parts = Array.from({ length: count }, (_, index) =>
    lines.slice(index * linesACue, (index + 1) * linesACue),
  )
  const lengths = parts.map((part) => part.join(' ').length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let from = start
  let said = 0
  return parts.map((part, index) => {
    said += lengths[index] ?? 0
    const ideal = start + Math.round(((end - start) * said) / total)
    const to = Math.min(Math.max(ideal, from + 1), end - (count - 1 - index))
    const cut = { start: from, end: to, lines: part }
    from = to
    return cut
  })
}

/** Lines of at most 42 characters, cut at blanks; a word that is longer, or a text without blanks, is cut anywhere. */
function wrap(text: string): string[] {
  const lines: string[] = []
  let line: string[] = []
  const flush = () => {
    if (line.length > 0) lines.push(line.join(''))
    line = []
  }
  for (const word of text.split(/\s+/)) {
    const signs = [...word]
    if (line.length > 0 && line.length + 1 + signs.length > widest) flush()
    for (let from = 0; from < signs.length; from += widest) {
      if (from > 0) flush()
      const blank = line.length > 0 ? [' '] : []
      line = [...line, ...blank, ...signs.slice(from, from + widest)]
    }
  }
  flush()
  return lines
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function withVoice(lines: string[], speaker: string | null): string[] {
  const name = escape(speaker ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const [first = '', ...rest] = lines
  return name === '' ? lines : [`<v ${name}>${first}`, ...rest]
}
