/** What ffmpeg's words for the commonest troubles mean. */
const translations: [pattern: RegExp, meaning: string][] = [
  [/moov atom not found/i, 'its index is missing: the recording was cut off before it was written'],
  [/no space left on device/i, 'No space left on device'],
  [/decoder .*not found|unknown decoder/i, 'this ffmpeg has no decoder for what is in it'],
  [/not on whitelist/i, 'it is of a kind that is not read here'],
  [/could not find codec parameters/i, 'what is in it cannot be made out'],
]

/** Lines that say that something failed without saying what. */
const empty = [
  /^conversion failed!?$/i,
  /^error while processing the decoded data/i,
  /^exiting normally/i,
  /^error (initializing|reinitializing) (complex )?filters/i,
  /^last message repeated/i,
]

/** The words of ffmpeg that help, without addresses in memory, paths of ours or its own names for things. */
export function lastUsefulLine(complaint: string, code: number | null): string {
  const meaning = translations.find(([pattern]) => pattern.test(complaint))?.[1]
  if (meaning) return meaning
  const lines = complaint
    .split(/[\r\n]+/)
    .map(plain)
    .filter((line) => line && !empty.some((pattern) => pattern.test(line)))
  return lines.at(-1)?.slice(0, 200) ?? `it ended with code ${code ?? 'unknown'} and said nothing`
}

function plain(line: string): string {
  return line
    .replace(/^(\[[^\]]* @ 0x[0-9a-f]+\]\s*)+/i, '')
    .replace(/file:.*[/\\].*?:\s+/g, '')
    .replace(/[.\s]+$/, '')
    .trim()
}
