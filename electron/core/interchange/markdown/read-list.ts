import type { List as ListNode, ListItem as ItemNode } from 'mdast'
import type { Block, Inline, List, ListItem } from '../../../../shared/model/richtext/schema.ts'
import { type BlockReader, type MarkdownContext, lineOf } from './context.ts'
import { flattenBlocks } from './flatten.ts'
import { wordsAndImages } from './words-and-images.ts'

/** A list, and after it the pictures that stood in its items. */
export function readList(node: ListNode, context: MarkdownContext, readBlocks: BlockReader): Block[] {
  const images: Block[] = []
  const list = readItems(node, { context, images, readBlocks })
  return [list, ...images]
}

/** What the items of one list share: pictures are gathered, to follow the list. */
type Gathering = { context: MarkdownContext; images: Block[]; readBlocks: BlockReader }

function readItems(node: ListNode, gathering: Gathering): List {
  const { context } = gathering
  if (node.ordered && node.start !== null && node.start !== undefined && node.start !== 1)
    context.notes.changed(
      lineOf(node, context),
      `a list that starts at ${node.start}`,
      'The list was kept and counts from 1.',
    )
  return {
    type: 'list',
    ordered: node.ordered === true,
    items: node.children.map((item) => readItem(item, gathering)),
  }
}

/** An item is a line of text and, optionally, a list inside it; more than that is drawn together and reported. */
function readItem(item: ItemNode, gathering: Gathering): ListItem {
  const { context, images, readBlocks } = gathering
  const line = lineOf(item, context)
  let children: Inline[] = []
  let list: List | undefined
  const changed = (found: string, message: string) => context.notes.changed(line, found, message)
  if (typeof item.checked === 'boolean')
    changed('a tick box', 'The item was kept without its box: the studio’s lists have none.')
  for (const node of item.children) {
    if (node.type === 'list') {
      const inner = readItems(node, gathering)
      if (list) changed('two lists in one item', 'They became one list.')
      list = list ? { ...list, items: [...list.items, ...inner.items] } : inner
      continue
    }
    if (node.type === 'paragraph') {
      const { words, images: found } = wordsAndImages(node.children, line, 'a list', context)
      images.push(...found)
      if (children.length > 0)
        changed('several paragraphs in one item', 'They became lines of one paragraph.')
      children = joined(children, words)
      continue
    }
    const { words, images: found } = flattenBlocks(readBlocks([node], context))
    images.push(...found)
    changed(`a ${node.type} inside a list item`, 'Its words were kept as plain text of the item.')
    children = joined(children, words)
  }
  return list ? { children, list } : { children }
}

function joined(before: readonly Inline[], after: readonly Inline[]): Inline[] {
  return before.length > 0 && after.length > 0
    ? [...before, { type: 'break' }, ...after]
    : [...before, ...after]
}
