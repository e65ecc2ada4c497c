/** A percentage from 1 to 100, or null when the words are none. */
export function asPercent(words: string): number | null {
  const number = words.trim() === '' ? Number.NaN : Number(words)
  return number >= 1 && number <= 100 ? number : null
}
