import type { Block, Image, Inline, List, RichText } from '../../../../shared/model/richtext/schema.ts'

/** Blocks as one run of text, for places that hold no blocks: paragraphs are two breaks apart, items one. */
export function flattenBlocks(blocks: RichText): { words: Inline[]; images: Image[]; isPlain: boolean } {
  const images = blocks.filter((block) => block.type === 'image')
  const others = blocks.filter((block) => block.type !== 'image')
  const words = others.reduce<Inline[]>((all, block) => {
    const next = wordsOf(block)
    const gap: Inline[] = all.length > 0 && next.length > 0 ? [{ type: 'break' }, { type: 'break' }] : []
    return [...all, ...gap, ...next]
  }, [])
  return { words, images, isPlain: others.every((block) => block.type === 'paragraph') }
}

function wordsOf(block: Exclude<Block, Image>): Inline[] {
  switch (block.type) {
    case 'list':
      return lines(itemsOf(block))
    case 'table':
      return lines(
        block.rows.map((row) =>
          between(
            row.map((cell) => cell.children),
            { type: 'text', text: ' ' },
          ),
        ),
      )
    default:
      return block.children
  }
}

function itemsOf(list: List): Inline[][] {
  return list.items.flatMap((item) => [item.children, ...(item.list ? itemsOf(item.list) : [])])
}

const lines = (runs: Inline[][]) => between(runs, { type: 'break' })

function between(runs: Inline[][], separator: Inline): Inline[] {
  return runs.flatMap((run, index) => (index > 0 ? [separator, ...run] : run))
}
