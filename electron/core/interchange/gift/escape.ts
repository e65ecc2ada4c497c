/** The signs that mean something in GIFT unless a backslash stands before them. */
const control = /[\\~=#{}:]/

/**
 * Where `sign` first stands unescaped in `text`, from `from` on; -1 when nowhere. Text is cut before it is unescaped,
 * never after.
 */
export function indexOfUnescaped(text: string, sign: string, from = 0): number {
  for (let index = from; index < text.length; index += 1) {
    if (text.startsWith(sign, index)) return index
    if (text[index] === '\\' && isEscape(text.charAt(index + 1))) index += 1
  }
  return -1
}

const isEscape = (sign: string) => sign === 'n' || (sign !== '' && control.test(sign))

/** The text that escapes stand for: `\=` is `=`, `\n` a line end. A backslash before anything else is a backslash. */
export function unescapeGift(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

/** `text` so that nothing in it means anything to GIFT; line ends become `\n`. Colons mean something only in pairs. */
export function escapeGift(text: string): string {
  return text
    .replace(/[\\~=#{}]/g, (sign) => `\\${sign}`)
    .replace(/::/g, '\\:\\:')
    .replace(/\n/g, '\\n')
}

/** The same for a title, which ends at the first pair of colons. */
export function escapeTitle(title: string): string {
  return title.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')
}

/** Without blanks, tabs and line ends at both ends; other spaces (a no-break space) are part of the text. */
export function trimGift(text: string): string {
  return text.replace(/^[ \t\n]+/, '').replace(/[ \t\n]+$/, '')
}
