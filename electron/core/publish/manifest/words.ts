/** A title as a manifest takes it: no character XML forbids, one line, at most `longest` characters; never empty. */
export function manifestTitle(title: string, longest: number, fallback: string): string {
  const words = title
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = Array.from(words)
  // Schemas count characters, not UTF-16 units; some LMSs count the other way, so neither may be too long.
  let short = words
  for (let count = longest; short.length > longest; count--)
    short = `${characters
      .slice(0, count - 1)
      .join('')
      .trimEnd()}…`
  return short || fallback
}

/** Words as the XML library takes them: it leaves alone what looks like an entity (`&nbsp;`), which XML knows nothing of. */
export const asText = (words: string): string => words.replaceAll('&', '&amp;')
