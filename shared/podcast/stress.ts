/** `*stress*`: stars around words, none inside them, and not the signs of a multiplication. */
const stressed = /(?<![\p{L}\p{N}*])\*(?=\S)([^*]*[^*\s])\*(?![\p{L}\p{N}*])/gu

/** The words without marks of stress: for captions and transcripts. */
export function withoutStress(text: string): string {
  return text.replace(stressed, '$1')
}

/** Where the marked words stand, their stars with them: from `start` up to `end`, in order. */
export function stressedIn(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(stressed), ({ 0: marked, index }) => ({
    start: index,
    end: index + marked.length,
  }))
}

/** A part of what is said, and whether it is stressed. */
export type Run = { text: string; isStressed: boolean }

/** The words with what is stressed apart: for voices. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const { 0: marked, 1: words = '', index } of text.matchAll(stressed)) {
    runs.push({ text: text.slice(at, index), isStressed: false }, { text: words, isStressed: true })
    at = index + marked.length
  }
  runs.push({ text: text.slice(at), isStressed: false })
  return runs.filter((run) => run.text !== '')
}
