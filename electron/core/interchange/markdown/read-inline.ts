import type {
  Image as ImageNode,
  ImageReference,
  Link as LinkNode,
  LinkReference,
  PhrasingContent,
} from 'mdast'
import {
  type Image,
  type Inline,
  isSafeHref,
  type Mark,
  markNames,
  type Text,
} from '../../../../shared/model/richtext/schema.ts'
import { type MarkdownContext, lineOf } from './context.ts'
import { readImage } from './read-image.ts'

/** What stands in a line of text: words, breaks and links, and pictures, which rich text holds as blocks. */
export type Phrase = Inline | Image

/** Markdown's inline nodes as rich text; what has no equal is reported and its words are kept. */
export function readPhrases(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
  marks: readonly Mark[] = [],
): Phrase[] {
  return joinTexts(nodes.flatMap((node) => readPhrase(node, context, marks)))
}

function readPhrase(node: PhrasingContent, context: MarkdownContext, marks: readonly Mark[]): Phrase[] {
  const inside = (children: readonly PhrasingContent[], mark?: Mark) =>
    readPhrases(children, context, mark ? [...marks, mark] : marks)
  switch (node.type) {
    case 'text':
      return [textWith(node.value.replace(/\n/g, ' '), marks)]
    case 'strong':
      return inside(node.children, 'bold')
    case 'emphasis':
      return inside(node.children, 'italic')
    case 'delete':
      return inside(node.children, 'strike')
    case 'inlineCode':
      return [textWith(node.value, [...marks, 'code'])]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
    case 'linkReference':
      return readLink(node, context, marks)
    case 'image':
    case 'imageReference':
      return readPicture(node, context)
    case 'html':
      return readTag(node.value, lineOf(node, context), context)
    case 'footnoteReference':
      context.notes.changed(
        lineOf(node, context),
        `[^${node.identifier}]`,
        'A footnote mark became plain text: the studio has no footnotes.',
      )
      return [textWith(`[${node.label ?? node.identifier}]`, marks)]
    default:
      return []
  }
}

/** Text with its marks in the model's own order, each once. */
export function textWith(text: string, marks: readonly Mark[]): Text {
  const names = markNames.filter((name) => marks.includes(name))
  return names.length > 0 ? { type: 'text', text, marks: names } : { type: 'text', text }
}

/** Neighbouring texts with the same marks as one; empty ones are dropped. */
export function joinTexts<Node extends Phrase>(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && node.text === '') continue
    if (node.type === 'text' && last?.type === 'text' && String(node.marks) === String(last.marks))
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

function readLink(
  node: LinkNode | LinkReference,
  context: MarkdownContext,
  marks: readonly Mark[],
): Phrase[] {
  // The parser looks for bare addresses a second time in the finished text, where it no longer sees what was escaped.
  // What it finds then has no place in the source, and is not a link.
  if (!node.position) return readPhrases(node.children, context, marks)
  const line = lineOf(node, context)
  const target = node.type === 'link' ? node : context.definitions.get(node.identifier)
  const phrases = readPhrases(node.children, context, marks)
  const words = phrases.filter((phrase) => phrase.type === 'text' || phrase.type === 'break')
  const pictures = phrases.filter((phrase) => phrase.type === 'image')
  if (pictures.length > 0)
    context.notes.changed(
      line,
      'a picture inside a link',
      'The picture was kept and the link around it left out.',
    )
  if (!target || !isSafeHref(target.url)) {
    context.notes.changed(
      line,
      `a link to ${target?.url ?? node.type}`,
      'The words were kept without the link: links lead to http, https, mailto or tel addresses.',
    )
    return phrases
  }
  if (target.title)
    context.notes.changed(line, `the link title “${target.title}”`, 'The link was kept without its title.')
  return [
    ...(words.length > 0 ? [{ type: 'link' as const, href: target.url, children: words }] : []),
    ...pictures,
  ]
}

function readPicture(node: ImageNode | ImageReference, context: MarkdownContext): Image[] {
  const target = node.type === 'image' ? node : context.definitions.get(node.identifier)
  const image = target ? readImage({ ...target, alt: node.alt }, lineOf(node, context), context) : null
  return image ? [image] : []
}

/** HTML never goes through. A line break is what it says; of other tags only the words between them are kept. */
function readTag(tag: string, line: number, context: MarkdownContext): Inline[] {
  if (/^<br\s*\/?>$/i.test(tag)) return [{ type: 'break' }]
  if (!tag.startsWith('</'))
    context.notes.leftOut(
      line,
      tag,
      tag.startsWith('<!--')
        ? 'A comment is no part of what learners read, so it was left out.'
        : 'HTML was left out; the words inside it were kept. Use Markdown instead.',
    )
  return []
}
