/** One cue. Times are in milliseconds, `settings` and `payload` as they were written. */
export type Cue = { id: string; start: number; end: number; settings: string; payload: string[] }

/** A WebVTT file: its style and region blocks as written, then its cues in file order. */
export type CaptionsFile = { blocks: string[][]; cues: Cue[] }

const timestamp = /(?:(\d+):)?([0-5]\d):([0-5]\d)\.(\d{3})/
const timingLine = new RegExp(`^[ \\t]*${timestamp.source}[ \\t]*-->[ \\t]*${timestamp.source}(?!\\d)(.*)$`)

/**
 * Reads WebVTT the way browsers do (W3C WebVTT, section 6.1): what is malformed costs its own cue, not the file. Notes
 * are for authors and left out. Null when the file is not WebVTT at all.
 */
export function parseCaptions(text: string): CaptionsFile | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '\ufffd')
    .split(/\r\n|\n|\r/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return null
  const file: CaptionsFile = { blocks: [], cues: [] }
  for (const block of blocksOf(lines)) {
    const cue = cueOf(block)
    if (cue) file.cues.push(cue)
    else if (file.cues.length === 0 && /^(?:STYLE|REGION)[ \t]*$/.test(block[0] ?? ''))
      file.blocks.push(block)
  }
  return file
}

/** Milliseconds as WebVTT writes them. */
export function formatTimestamp(milliseconds: number): string {
  const pad = (number: number, digits: number) => String(number).padStart(digits, '0')
  const seconds = Math.floor(milliseconds / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${clock.map((part) => pad(part, 2)).join(':')}.${pad(milliseconds % 1000, 3)}`
}

/** Milliseconds of a timestamp such as `01:02.003`, or null. */
export function parseTimestamp(text: string): number | null {
  const match = new RegExp(`^${timestamp.source}$`).exec(text)
  return match ? millisecondsOf(match, 1) : null
}

/** Blocks are parted by empty lines; a timing line in the middle of a block starts a new one. */
function* blocksOf(lines: string[]): Generator<string[]> {
  let block: string[] = []
  let hasTiming = false
  // What follows the signature up to the first empty line is the file's header; timing lines end it too.
  let isHeader = true
  for (const line of lines.slice(1)) {
    const isTiming = line.includes('-->')
    const isSecondTiming = isTiming && (hasTiming || block.length > 1)
    if (line === '' || isSecondTiming || (isTiming && isHeader)) {
      if (block.length > 0 && !isHeader) yield block
      block = []
      hasTiming = false
      isHeader = false
    }
    if (line !== '') block.push(line)
    hasTiming ||= isTiming
  }
  if (block.length > 0 && !isHeader) yield block
}

function cueOf(block: string[]): Cue | null {
  const place = block.findIndex((line) => line.includes('-->'))
  const match = timingLine.exec(block[place] ?? '')
  if (!match) return null
  const [start, end] = [millisecondsOf(match, 1), millisecondsOf(match, 5)]
  if (end <= start) return null
  return {
    id: place === 1 ? (block[0] ?? '') : '',
    start,
    end,
    settings: (match[9] ?? '').trim(),
    payload: block.slice(place + 1),
  }
}

function millisecondsOf(match: RegExpExecArray, from: number): number {
  const part = (offset: number) => Number(match[from + offset] ?? 0)
  return ((part(0) * 60 + part(1)) * 60 + part(2)) * 1000 + part(3)
}
