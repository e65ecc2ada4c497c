import type { Blockquote, Text } from 'mdast'
import type { Block, CalloutTone } from '../../../../shared/model/richtext/schema.ts'
import { type BlockReader, type MarkdownContext, lineOf, sourceOf } from './context.ts'
import { flattenBlocks } from './flatten.ts'
import { joinTexts } from './read-inline.ts'

const tones: Record<string, CalloutTone> = {
  note: 'note',
  tip: 'tip',
  important: 'important',
  warning: 'warning',
  caution: 'warning',
}

/** A quote, or a callout when it opens with `[!TIP]` and the like. Both hold words alone. */
export function readQuote(node: Blockquote, context: MarkdownContext, readBlocks: BlockReader): Block[] {
  const line = lineOf(node, context)
  const name = takeCalloutName(node, context)
  const { words, images, isPlain } = flattenBlocks(readBlocks(node.children, context))
  const children = joinTexts(words)
  const tone = name === null ? undefined : tones[name.toLowerCase()]
  if (!isPlain)
    context.notes.changed(
      line,
      `a ${tone ? 'callout' : 'quote'} with more than paragraphs`,
      'Its words were kept as plain lines.',
    )
  if (images.length > 0)
    context.notes.changed(line, 'a picture inside a quote or callout', 'The picture now follows it.')
  if (name !== null && name.toLowerCase() === 'caution')
    context.notes.changed(line, `[!${name}]`, 'The callout became a warning: the studio has no “caution”.')
  if (name !== null && !tone)
    context.notes.changed(
      line,
      `[!${name}]`,
      'It became a quote: callouts are NOTE, TIP, IMPORTANT and WARNING.',
    )
  return [tone ? { type: 'callout', tone, children } : { type: 'quote', children }, ...images]
}

/** The callout's name, taken off the text; null when this is a plain quote (`\[!TIP]` is one). */
function takeCalloutName(node: Blockquote, context: MarkdownContext): string | null {
  const [paragraph] = node.children
  if (paragraph?.type !== 'paragraph') return null
  const [first] = paragraph.children
  if (first?.type !== 'text') return null
  const name = /^\[!([A-Za-z]+)\][ \t]*(\n|$)/.exec(first.value)?.[1]
  if (name === undefined || !sourceOf(paragraph, context).startsWith(`[!${name}]`)) return null
  const rest: Text = { ...first, value: first.value.replace(/^\[!([A-Za-z]+)\][ \t]*\n?/, '') }
  paragraph.children = [rest, ...paragraph.children.slice(1)]
  return name
}
