import type { PhrasingContent, RootContent } from 'mdast'
import type { Block, Inline, RichText } from '../../../../shared/model/richtext/schema.ts'
import { type MarkdownContext, lineOf, sourceOf } from './context.ts'
import { readCode } from './read-code.ts'
import { readPhrases } from './read-inline.ts'
import { readList } from './read-list.ts'
import { readQuote } from './read-quote.ts'
import { readTable } from './read-table.ts'
import { trimInline } from './trim.ts'
import { wordsAndImages } from './words-and-images.ts'

/** Markdown's blocks as rich text. What has no equal is reported, and its words are kept where it has any. */
export function readBlocks(nodes: readonly RootContent[], context: MarkdownContext): RichText {
  return nodes.flatMap((node) => readBlock(node, context))
}

function readBlock(node: RootContent, context: MarkdownContext): Block[] {
  const line = lineOf(node, context)
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node.children, line, context)
    case 'heading':
      return readHeading(node, line, context)
    case 'list':
      return readList(node, context, readBlocks)
    case 'blockquote':
      return readQuote(node, context, readBlocks)
    case 'table':
      return readTable(node, context)
    case 'code':
      return readCode(node, context)
    case 'html':
      return readHtml(node.value, line, context)
    case 'thematicBreak':
      context.notes.leftOut(
        line,
        sourceOf(node, context),
        'A dividing line was left out: the studio has none.',
      )
      return []
    case 'footnoteDefinition':
      context.notes.changed(
        line,
        `[^${node.identifier}]:`,
        'A footnote became text at its place: the studio has no footnotes.',
      )
      return readBlocks(node.children, context)
    default:
      return []
  }
}

/** A paragraph; its pictures become blocks of their own, in order. */
function readParagraph(
  children: readonly PhrasingContent[],
  line: number,
  context: MarkdownContext,
): Block[] {
  const phrases = readPhrases(children, context)
  const firstPicture = phrases.findIndex((phrase) => phrase.type === 'image')
  if (firstPicture < 0)
    return phrases.length > 0 ? [{ type: 'paragraph', children: phrases as Inline[] }] : []
  const blocks: Block[] = []
  let words: Inline[] = []
  const flush = () => {
    const kept = trimInline(words)
    if (kept.length > 0) blocks.push({ type: 'paragraph', children: kept })
    words = []
  }
  for (const phrase of phrases) {
    if (phrase.type !== 'image') words.push(phrase)
    else {
      flush()
      blocks.push(phrase)
    }
  }
  if (trimInline(words).length > 0)
    context.notes.changed(line, 'a picture inside a line of text', 'The picture became a block of its own.')
  flush()
  return blocks
}

function readHeading(
  node: Extract<RootContent, { type: 'heading' }>,
  line: number,
  context: MarkdownContext,
): Block[] {
  const level = node.depth >= 4 ? 3 : 2
  if (node.depth !== level + 1)
    context.notes.changed(
      line,
      sourceOf(node, context),
      `A page has headings of two levels, ### and ####; this one became ${'#'.repeat(level + 1)}.`,
    )
  const { words, images } = wordsAndImages(node.children, line, 'a heading', context)
  return [{ type: 'heading', level, children: words }, ...images]
}

/** A block of HTML: its tags are left out, its words kept. */
function readHtml(html: string, line: number, context: MarkdownContext): Block[] {
  const isComment = /^<!--[\s\S]*-->$/.test(html.trim())
  const words = html
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  context.notes.leftOut(
    line,
    html,
    isComment
      ? 'A comment is no part of what learners read, so it was left out.'
      : `HTML was left out${words ? '; the words inside it were kept' : ''}. Use Markdown instead.`,
  )
  return words ? [{ type: 'paragraph', children: [{ type: 'text', text: words }] }] : []
}
