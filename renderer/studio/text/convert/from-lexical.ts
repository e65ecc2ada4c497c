import { $isLinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableNode } from '@lexical/table'
import { $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical'
import { normalise } from '../../../../shared/model/richtext/normalise.ts'
import {
  type Block,
  type Inline,
  isSafeHref,
  type Link,
  type List,
  type ListItem,
  type RichText,
  type Table,
} from '../../../../shared/model/richtext/schema.ts'
import { $isCalloutNode } from '../nodes/CalloutNode.ts'
import { $isImageNode } from '../nodes/ImageNode.tsx'
import { marksOf } from './formats.ts'

/** A top-level node as normalised rich text: one block, or nothing when the learner would see nothing. */
export function $readBlock(node: LexicalNode): RichText {
  const block = $rawBlock(node)
  return block ? normalise([block]) : []
}

function $rawBlock(node: LexicalNode): Block | null {
  if ($isImageNode(node)) return node.getImage()
  if (!$isElementNode(node)) return null
  if ($isListNode(node)) return $readList(node)
  if ($isTableNode(node)) return $readTable(node)
  const children = $readInline(node)
  if ($isHeadingNode(node))
    return { type: 'heading', level: node.getTag() === 'h1' || node.getTag() === 'h2' ? 2 : 3, children }
  if ($isQuoteNode(node)) return { type: 'quote', children }
  if ($isCalloutNode(node)) return { type: 'callout', tone: node.getTone(), children }
  return { type: 'paragraph', children }
}

/** The text inside an element; blocks inside it become lines. */
export function $readInline(element: ElementNode): Inline[] {
  const result: Inline[] = []
  for (const node of element.getChildren()) {
    if ($isTextNode(node)) result.push(textOf(node.getTextContent(), node.getFormat()))
    else if ($isLineBreakNode(node)) result.push({ type: 'break' })
    else if ($isLinkNode(node)) result.push(...linkOf(node.getURL(), $readInline(node)))
    else if ($isElementNode(node) && !$isListNode(node)) {
      if (result.length > 0) result.push({ type: 'break' })
      result.push(...$readInline(node))
    }
  }
  return result
}

function textOf(text: string, format: number): Inline {
  const marks = marksOf(format)
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

function linkOf(href: string, children: Inline[]): Inline[] {
  const flat = children.flatMap((child): Link['children'] =>
    child.type === 'link' ? child.children : [child],
  )
  return isSafeHref(href) ? [{ type: 'link', href, children: flat }] : flat
}

function $readList(list: ListNode): List {
  const items: ListItem[] = []
  for (const node of list.getChildren()) {
    if (!$isListItemNode(node)) continue
    const inner = node.getChildren().filter($isListNode).map($readList)
    const children = $readInline(node)
    // An item of Lexical's that holds only a list belongs to the item before it.
    const isOwnItem = inner.length === 0 || children.length > 0 || items.length === 0
    if (isOwnItem) items.push({ children })
    const owner = items.at(-1)
    if (owner) for (const one of inner) owner.list = joined(owner.list, one)
  }
  return { type: 'list', ordered: list.getListType() === 'number', items }
}

function joined(list: List | undefined, more: List): List {
  return list ? { ...list, items: [...list.items, ...more.items] } : more
}

function $readTable(table: TableNode): Table | null {
  const rows = table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) =>
      row
        .getChildren()
        .filter($isTableCellNode)
        .map((cell) => ({ children: $readInline(cell) })),
    )
    .filter((cells) => cells.length > 0)
  return rows.length > 0 ? { type: 'table', rows } : null
}
