import { $createLinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type DecoratorNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import type { Block, Inline, List, RichText, Table } from '../../../../shared/model/richtext/schema.ts'
import { $createCalloutNode } from '../nodes/CalloutNode.ts'
import { $createImageNode } from '../nodes/ImageNode.tsx'
import { flagsOf } from './formats.ts'

export type BlockNode = ElementNode | DecoratorNode<unknown>

/** Makes `richText` all there is in the editor. There is always a line for the caret. */
export function $setRichText(richText: RichText): void {
  const root = $getRoot().clear()
  root.append(...richText.map($blockNode))
  if (root.isEmpty()) root.append($createParagraphNode())
}

/** The node that stands for a block. */
export function $blockNode(block: Block): BlockNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...$inlineNodes(block.children))
    case 'heading':
      return $createHeadingNode(block.level === 2 ? 'h2' : 'h3').append(...$inlineNodes(block.children))
    case 'quote':
      return $createQuoteNode().append(...$inlineNodes(block.children))
    case 'callout':
      return $createCalloutNode(block.tone).append(...$inlineNodes(block.children))
    case 'list':
      return $listNode(block)
    case 'table':
      return $tableNode(block)
    case 'image':
      return $createImageNode(block)
  }
}

/** The nodes that stand for a run of text. */
export function $inlineNodes(children: readonly Inline[]): LexicalNode[] {
  return children.map((node) => {
    switch (node.type) {
      case 'text':
        return $createTextNode(node.text).setFormat(flagsOf(node.marks))
      case 'break':
        return $createLineBreakNode()
      case 'link':
        return $createLinkNode(node.href).append(...$inlineNodes(node.children))
    }
  })
}

/** Lexical keeps a list inside a list in an item of its own, after the item it belongs to. */
function $listNode(list: List): ListNode {
  const node = $createListNode(list.ordered ? 'number' : 'bullet')
  for (const item of list.items) {
    node.append($createListItemNode().append(...$inlineNodes(item.children)))
    if (item.list) node.append($createListItemNode().append($listNode(item.list)))
  }
  return node
}

function $tableNode({ rows }: Table): TableNode {
  return $createTableNode().append(
    ...rows.map((row, index) =>
      $createTableRowNode().append(
        ...row.map(({ children }) =>
          $createTableCellNode(
            index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS,
          ).append($createParagraphNode().append(...$inlineNodes(children))),
        ),
      ),
    ),
  )
}
