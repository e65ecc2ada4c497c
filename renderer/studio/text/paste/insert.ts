import { $toggleLink } from '@lexical/link'
import { $isTableCellNode } from '@lexical/table'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { type Inline, isSafeHref, type RichText } from '../../../../shared/model/richtext/schema.ts'
import { $blockNode, $inlineNodes } from '../convert/to-lexical.ts'

/** Puts `richText` where the selection is. Where only one line can be, its blocks become one. */
export function $insertRichText(richText: RichText, mode: 'blocks' | 'inline'): void {
  const selection = $rangeSelection()
  const [first] = richText
  if (!first) return
  const isLine =
    mode === 'inline' || $findMatchingParent(selection.anchor.getNode(), $isTableCellNode) !== null
  if (isLine) selection.insertNodes($inlineNodes(asOneLine(richText)))
  else if (richText.length === 1 && first.type === 'paragraph')
    selection.insertNodes($inlineNodes(first.children))
  else selection.insertNodes(richText.map($blockNode))
}

/** Makes the selected words a link when what was pasted is nothing but an address; answers whether it did. */
export function $linkSelection(words: string): boolean {
  const selection = $getSelection()
  const href = words.trim()
  if (!$isRangeSelection(selection) || selection.isCollapsed() || !isSafeHref(href)) return false
  $toggleLink(href)
  return true
}

function $rangeSelection(): RangeSelection {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) return selection
  // A picture is selected: what comes goes below it.
  const [node] = selection?.getNodes() ?? []
  const top = node?.getTopLevelElement()
  if (top) {
    const line = $createParagraphNode()
    top.insertAfter(line)
    return line.select()
  }
  return $getRoot().selectEnd()
}

function asOneLine(richText: RichText): Inline[] {
  return spaced(richText.map(childrenOf))
}

function childrenOf(block: RichText[number]): Inline[] {
  if (block.type === 'image') return []
  if (block.type === 'table') return spaced(block.rows.flat().map((cell) => cell.children))
  if (block.type === 'list')
    return spaced(block.items.flatMap(({ children, list }) => [children, list ? childrenOf(list) : []]))
  return block.children
}

/** Runs of text with a blank between them. */
function spaced(parts: readonly Inline[][]): Inline[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index): Inline[] => (index > 0 ? [{ type: 'text', text: ' ' }, ...part] : part))
}

/** Puts a block below the one `key` stands for, in its place when that is a line without words; else at the end. */
export function $insertBlockAt(key: string | null, node: LexicalNode): void {
  const root = $getRoot()
  const at = root.getChildren().find((child) => child.getKey() === key) ?? root.getLastChild()
  if ($isParagraphNode(at) && at.isEmpty() && $isElementNode(at)) at.replace(node)
  else if (at) at.insertAfter(node)
  else root.append(node)
  $setSelection(null)
}
