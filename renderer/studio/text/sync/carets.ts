import type { RichText } from '../../../../shared/model/richtext/schema.ts'
import type { Caret, Spot } from './spots.ts'

const most = 200

/** Remembers, for this session, where the caret was when a text read so: that is where undo and redo put it back. */
export function createCaretMemory() {
  const carets = new Map<string, Caret>()
  return {
    remember(richText: RichText, caret: Caret | null): void {
      if (!caret) return
      const key = JSON.stringify(richText)
      carets.delete(key)
      carets.set(key, caret)
      const [oldest] = carets.keys()
      if (carets.size > most && oldest !== undefined) carets.delete(oldest)
    },
    recall: (richText: RichText): Caret | null => carets.get(JSON.stringify(richText)) ?? null,
  }
}

/** Where `offset` of `before` is in `after`, when one stretch between them was replaced by another. */
export function movedOffset(before: string, after: string, offset: number): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (offset <= start) return offset
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (offset >= before.length - end) return offset + after.length - before.length
  return after.length - end
}

/** `caret` after the blocks from `first` on, which read `before`, were replaced by those that read `after`. */
export function movedCaret(
  caret: Caret,
  { first, before, after }: { first: number; before: readonly string[]; after: readonly string[] },
): Caret {
  const move = ({ block, offset }: Spot): Spot => {
    if (block < first) return { block, offset }
    if (block >= first + before.length) return { block: block + after.length - before.length, offset }
    const start = before.slice(0, block - first).reduce((sum, words) => sum + words.length + 1, 0)
    let left = movedOffset(before.join('\n'), after.join('\n'), start + offset)
    let at = 0
    while (at < after.length - 1 && left > (after[at]?.length ?? 0)) {
      left -= (after[at]?.length ?? 0) + 1
      at += 1
    }
    return { block: first + at, offset: left }
  }
  if ('picture' in caret) return { picture: move({ block: caret.picture, offset: 0 }).block }
  return { anchor: move(caret.anchor), focus: move(caret.focus), isOnBlankLine: false }
}
