import type {
  BlockContent,
  List as ListNode,
  ListItem as ItemNode,
  PhrasingContent,
  RootContent,
} from 'mdast'
import type { Block, Image, List, RichText } from '../../../../shared/model/richtext/schema.ts'
import { decorative, undescribed } from './read-image.ts'
import { trimBreaks } from './trim.ts'
import { writeInline } from './write-inline.ts'

/** Rich text as Markdown nodes. `pathOf` names the file of an asset. Paragraphs without words are not written. */
export function writeBlocks(blocks: RichText, pathOf: (asset: string) => string): RootContent[] {
  return blocks.flatMap((block) => writeBlock(block, pathOf))
}

function writeBlock(block: Block, pathOf: (asset: string) => string): RootContent[] {
  switch (block.type) {
    case 'paragraph': {
      const children = writeInline(trimBreaks(block.children))
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading':
      return [
        {
          type: 'heading',
          depth: block.level === 2 ? 3 : 4,
          children: writeInline(trimBreaks(block.children), 'tag'),
        },
      ]
    case 'list':
      return [writeList(block)]
    case 'quote':
      return [{ type: 'blockquote', children: paragraphOf(block.children) }]
    case 'callout':
      return [
        {
          type: 'blockquote',
          children: [
            {
              type: 'paragraph',
              children: [
                { type: 'html', value: `[!${block.tone.toUpperCase()}]\n` },
                ...writeInline(trimBreaks(block.children)),
              ],
            },
          ],
        },
      ]
    case 'table':
      return [
        {
          type: 'table',
          children: block.rows.map((row) => ({
            type: 'tableRow',
            children: row.map((cell) => ({
              type: 'tableCell',
              children: keepEdges(writeInline(trimBreaks(cell.children), 'tag')),
            })),
          })),
        },
      ]
    case 'image':
      return [{ type: 'paragraph', children: [writeImage(block, pathOf)] }]
  }
}

function writeList(list: List): ListNode {
  return {
    type: 'list',
    ordered: list.ordered,
    spread: false,
    children: list.items.map(
      (item): ItemNode => ({
        type: 'listItem',
        // An item without words cannot follow a line of text directly: it would be taken for more of that line.
        spread: item.list !== undefined && startsEmpty(item.list),
        children: [...paragraphOf(item.children), ...(item.list ? [writeList(item.list)] : [])],
      }),
    ),
  }
}

function startsEmpty(list: List): boolean {
  const [first] = list.items
  return first !== undefined && trimBreaks(first.children).length === 0
}

/** A table's cell loses blank space at its ends unless it is written as character references. */
function keepEdges(nodes: PhrasingContent[]): PhrasingContent[] {
  const first = nodes.at(0)
  if (first?.type === 'text' && /^[ \t]/.test(first.value))
    return [edge(first.value.charAt(0)), ...keepEdges(rest(first.value.slice(1), nodes.slice(1), 'before'))]
  const last = nodes.at(-1)
  if (last?.type === 'text' && /[ \t]$/.test(last.value))
    return [
      ...keepEdges(rest(last.value.slice(0, -1), nodes.slice(0, -1), 'after')),
      edge(last.value.slice(-1)),
    ]
  return nodes
}

const edge = (space: string): PhrasingContent => ({
  type: 'html',
  value: `&#x${(space.codePointAt(0) ?? 0).toString(16).toUpperCase()};`,
})

function rest(value: string, others: PhrasingContent[], where: 'before' | 'after'): PhrasingContent[] {
  const text: PhrasingContent[] = value === '' ? [] : [{ type: 'text', value }]
  return where === 'before' ? [...text, ...others] : [...others, ...text]
}

function paragraphOf(words: Parameters<typeof trimBreaks>[0]): BlockContent[] {
  const children = writeInline(trimBreaks(words))
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function writeImage(image: Image, pathOf: (asset: string) => string) {
  const title = image.decorative
    ? image.alt === ''
      ? null
      : decorative
    : image.alt === ''
      ? undescribed
      : null
  return { type: 'image' as const, url: pathOf(image.asset), alt: image.alt, title }
}
