/** The line between the settings of a script and what is said. */
export const settingsEnd = /^---[ \t]*$/

/** A speaker's name is no longer than this. */
export const longestName = 60

/** What is said on one line has no more characters than this. */
export const longestLine = 100_000

/** Seconds of silence: more is a slip, or no episode. Below 0, what follows begins before the end of what stands before. */
export const pauses = { least: -10, most: 60 }

/** What a speaker may be called: it begins with a letter or digit, and holds no colon. */
export function isName(name: string): boolean {
  return name.length <= longestName && /^[\p{L}\p{N}][^:：]*$/u.test(name)
}

/**
 * Who speaks a line of the form `Name: words`; null when it names nobody. A name is one the script knows, or up to three
 * words of letters and digits. In the middle of what somebody says (`isFresh` is false) those must be capitals, because
 * sentences have colons too.
 */
export function speakerIn(
  line: string,
  known: ReadonlySet<string>,
  isFresh: boolean,
): { name: string; words: string } | null {
  const colon = line.search(/[:：]/)
  if (colon < 1) return null
  const name = line.slice(0, colon).trim()
  const words = line.slice(colon + 1)
  if (!known.has(name)) {
    // `https://…` names nobody; a wide colon has no blank after it.
    if (line.charAt(colon) === ':' && /^\S/.test(words)) return null
    const parts = name.split(' ')
    if (!isName(name) || parts.length > 3 || !/^\p{L}/u.test(name)) return null
    if (!parts.every((part) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*$/u.test(part))) return null
    if (!isFresh && parts.some((part) => /^\p{Ll}/u.test(part))) return null
  }
  return { name, words: words.trim() }
}

/** The number that a text spells if it lies within the limits, else null. People and programs write minus in two ways. */
export function numberWithin(text: string, { least, most }: { least: number; most: number }): number | null {
  const number = text === '' ? Number.NaN : Number(text.replace(/^−/, '-'))
  return number >= least && number <= most ? number + 0 : null
}

/** Whether a text says yes or no; null when it says neither. */
export function asBoolean(text: string): boolean | null {
  return text === 'true' || (text === 'false' ? false : null)
}
