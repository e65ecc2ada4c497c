import { StudioError } from '../../../../shared/errors.ts'
import type { Notes } from '../report.ts'

/**
 * The text of a file, with line ends as `\n` and no byte order mark. Encodings are tried in order: byte order mark, strict
 * UTF-8, then a guess that is reported. Throws `file-empty`, `file-kind-unknown` for what is no text.
 */
export function decodeText(bytes: Uint8Array, { name, notes }: { name: string; notes: Notes }): string {
  if (bytes.length === 0) throw new StudioError('file-empty', { name })
  const text = decode(bytes, notes)
  if (text.slice(0, 100_000).includes('\0'))
    throw new StudioError('file-kind-unknown', { name, accepted: 'text in UTF-8 here, and this is no text' })
  return text.replace(/\r\n?/g, '\n')
}

function decode(bytes: Uint8Array, notes: Notes): string {
  const marked = markedEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return guess(bytes, notes)
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** At most this many damaged lines are named one by one. */
const mostNamed = 20

/**
 * Bytes that are no UTF-8: when most of what is not ASCII still is, the file is damaged UTF-8 and each bad place is shown
 * as �; else it is taken for windows-1252, the usual one of older programs.
 */
function guess(bytes: Uint8Array, notes: Notes): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const damaged = [...text.matchAll(/\ufffd+/g)].length
  const sound = [...text.matchAll(/[^\0-\x7f\ufffd]/g)].length
  if (sound <= damaged) {
    notes.changed(
      firstLine(text),
      'text that is not UTF-8',
      'It was read as windows-1252, which fits best. Look through the accented letters; save the file as UTF-8 to be sure.',
    )
    return new TextDecoder('windows-1252').decode(bytes)
  }
  const lines = text.split(/\r\n|\r|\n/)
  const bad = lines.flatMap((line, index) => (line.includes('\ufffd') ? [{ line, number: index + 1 }] : []))
  for (const { line, number } of bad.slice(0, mostNamed))
    notes.changed(number, line, 'Bytes that are no letter of UTF-8 became �. Correct them in the studio.')
  if (bad.length > mostNamed)
    notes.changed(
      bad[mostNamed]?.number ?? 1,
      `${bad.length - mostNamed} more lines`,
      'They hold bytes that are no letter of UTF-8 too, and those became �.',
    )
  return text
}

const firstLine = (text: string) => text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\r|\n/).length
