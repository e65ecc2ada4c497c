import type { Table as TableNode } from 'mdast'
import type { Block, Table } from '../../../../shared/model/richtext/schema.ts'
import { type MarkdownContext, lineOf } from './context.ts'
import { wordsAndImages } from './words-and-images.ts'

/** A table whose rows are all as long as the header, and after it the pictures that stood in its cells. */
export function readTable(node: TableNode, context: MarkdownContext): Block[] {
  const images: Block[] = []
  const width = node.children[0]?.children.length ?? 0
  if (width === 0) return []
  if (node.align?.some((align) => align !== null))
    context.notes.changed(
      lineOf(node, context),
      'the alignment of columns',
      'The table was kept without it: the studio aligns tables itself.',
    )
  const rows: Table['rows'] = node.children.map((row) => {
    const cells = row.children.slice(0, width).map((cell) => {
      const { words, images: found } = wordsAndImages(
        cell.children,
        lineOf(cell, context),
        'a table',
        context,
      )
      images.push(...found)
      return { children: words }
    })
    if (row.children.length > width)
      context.notes.leftOut(
        lineOf(row, context),
        `${row.children.length - width} cells beyond the header`,
        'A row has as many cells as the header; those after that were left out.',
      )
    while (cells.length < width) cells.push({ children: [] })
    return cells
  })
  return [{ type: 'table', rows }, ...images]
}
