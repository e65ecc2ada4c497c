const length = 120
const lead = 40

/**
 * The part of `text` around the first of `words`, at most about 120 characters, cut between words. Case and accents do not
 * matter. Without a hit it is the beginning of the text.
 */
export function snippetOf(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const hit = firstHit(line, words)
  const start = hit <= lead ? 0 : line.indexOf(' ', hit - lead) + 1
  const from = start > hit ? hit : start
  const end = from + length >= line.length ? line.length : cutBefore(line, from + length, hit)
  return `${from > 0 ? '… ' : ''}${line.slice(from, end)}${end < line.length ? ' …' : ''}`
}

/** Where the first of `words` begins a word in `line`; 0 when none does. */
function firstHit(line: string, words: readonly string[]): number {
  const { folded, originOf } = fold(line)
  const hits = words.flatMap((word) => {
    const wanted = fold(word).folded
    for (let at = folded.indexOf(wanted); at >= 0 && wanted; at = folded.indexOf(wanted, at + 1))
      if (!/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ')) return [originOf(at)]
    return []
  })
  return hits.length > 0 ? Math.min(...hits) : 0
}

/** `text` without case and accents, and where each of its characters came from. */
function fold(text: string): { folded: string; originOf: (at: number) => number } {
  // Most text is plain; looking at it a character at a time would take longer than the search itself.
  if (/^[ -~]*$/.test(text)) return { folded: text.toLowerCase(), originOf: (at) => at }
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    for (let index = 0; index < plain.length; index++) origin.push(at)
    folded += plain
    at += character.length
  }
  return { folded, originOf: (place) => origin[place] ?? 0 }
}

/** The last gap between words before `limit`, or `limit` (not inside a surrogate pair) when `hit` itself is that long. */
function cutBefore(line: string, limit: number, hit: number): number {
  const gap = line.lastIndexOf(' ', limit)
  if (gap > hit) return gap
  return /[\uDC00-\uDFFF]/.test(line[limit] ?? '') ? limit - 1 : limit
}
