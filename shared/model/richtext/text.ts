import type { Block, Inline, List, RichText } from './schema.ts'

/** The words of a run of inline nodes, without marks. */
export function plainInline(children: readonly Inline[]): string {
  return children
    .map((node) =>
      node.type === 'text' ? node.text : node.type === 'break' ? '\n' : plainInline(node.children),
    )
    .join('')
}

/** The words of rich text, a line a block: for search, counts and labels. Image alternatives are words too. */
export function plainText(richText: RichText): string {
  return richText.map(plainBlock).filter(Boolean).join('\n')
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'list':
      return plainList(block)
    case 'table':
      return block.rows.map((row) => row.map((cell) => plainInline(cell.children)).join('\t')).join('\n')
    case 'image':
      return block.alt
    default:
      return plainInline(block.children)
  }
}

function plainList(list: List): string {
  return list.items
    .map((item) => [plainInline(item.children), item.list && plainList(item.list)].filter(Boolean).join('\n'))
    .join('\n')
}

/** Plain words as rich text: a paragraph for each line that is not empty. */
export function fromPlainText(words: string): RichText {
  return words
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }))
}

/** The asset ids of the images in `richText`. */
export function imageAssets(richText: RichText): string[] {
  return richText.flatMap((block) => (block.type === 'image' ? [block.asset] : []))
}
