import { $createParagraphNode, $getRoot, $isElementNode, $setSelection, type LexicalNode } from 'lexical'
import type { Block, RichText } from '../../../../shared/model/richtext/schema.ts'
import type { Reader } from '../convert/reader.ts'
import { $blockNode } from '../convert/to-lexical.ts'
import { $isImageNode } from '../nodes/ImageNode.tsx'
import { movedCaret } from './carets.ts'
import { $caret, $setCaret, $wordsOf, type Caret } from './spots.ts'

export function isSameBlock(one: Block | null | undefined, other: Block | null | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

export function isSameText(one: RichText, other: RichText): boolean {
  return (
    one === other ||
    (one.length === other.length && one.every((block, index) => isSameBlock(block, other[index])))
  )
}

/**
 * Makes the editor show `next`, touching only the blocks that differ, so that pictures do not flicker. The caret goes to
 * `recalled`, else stays with the words it was at; with `hasCaret` false there is none.
 */
export function $applyText(reader: Reader, next: RichText, recalled: Caret | null, hasCaret: boolean): void {
  const caret = hasCaret ? $caret() : null
  const root = $getRoot()
  const entries = reader.$entries()

  // Blank lines are not part of the text; those outside the changed part stay.
  let first = 0
  let from = 0
  while (first < entries.length) {
    const block = entries[first]?.block
    if (block && from < next.length && isSameBlock(block, next[from])) from += 1
    else if (block || from >= next.length) break
    first += 1
  }
  let last = entries.length
  let to = next.length
  while (last > first) {
    const block = entries[last - 1]?.block
    if (block && to > from && isSameBlock(block, next[to - 1])) to -= 1
    else if (block || to <= from) break
    last -= 1
  }

  const old = entries.slice(first, last).map(({ node }) => node)
  const before = old.map($wordsOf)
  const picture = $changePicture(old, next.slice(from, to))
  const added = picture ?? next.slice(from, to).map($blockNode)
  if (!picture) root.splice(first, old.length, added)
  const after = added.map($wordsOf)

  if (recalled && 'anchor' in recalled && recalled.isOnBlankLine) $ensureBlankLine(recalled.anchor.block)
  if (root.isEmpty()) root.append($createParagraphNode())
  if (recalled && hasCaret) $setCaret(recalled)
  else if (caret) $setCaret(movedCaret(caret, { first, before, after }))
  else $setSelection(null)
}

/** A picture whose words changed stays the node it is, so that the popover that asks for them stays open; else null. */
function $changePicture(old: readonly LexicalNode[], next: RichText): LexicalNode[] | null {
  const [node, ...moreNodes] = old
  const [block, ...moreBlocks] = next
  if (!$isImageNode(node) || block?.type !== 'image' || moreNodes.length + moreBlocks.length > 0) return null
  return [node.setImage(block)]
}

/** The caret was on a line without words, which is no part of the text: it gets its line back. */
function $ensureBlankLine(index: number): void {
  const root = $getRoot()
  const there = root.getChildAtIndex(index)
  if ($isElementNode(there) && there.isEmpty()) return
  const line = $createParagraphNode()
  if (there) there.insertBefore(line)
  else root.append(line)
}
