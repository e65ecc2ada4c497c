import type { Link as LinkNode, PhrasingContent } from 'mdast'
import type { Inline, Link, Mark, Text } from '../../../../shared/model/richtext/schema.ts'

/** Marks from the outside in; code is innermost because Markdown's code holds no marks. */
const nesting: readonly Mark[] = ['bold', 'italic', 'strike', 'code']

/** Where a line break cannot be a line end (headings, table cells), it is written `<br>`. */
export type BreakStyle = 'line-end' | 'tag'

/** Inline rich text as Markdown nodes. Line ends inside a text become blanks: they are not breaks. */
export function writeInline(nodes: readonly Inline[], breaks: BreakStyle = 'line-end'): PhrasingContent[] {
  return nest(nodes, nesting, breaks)
}

function nest(nodes: readonly Inline[], marks: readonly Mark[], breaks: BreakStyle): PhrasingContent[] {
  const written: PhrasingContent[] = []
  for (let start = 0; start < nodes.length; ) {
    const node = nodes[start] as Inline
    const mark = marks.find((name) => hasMark(node, name))
    if (!mark) {
      written.push(...plain(node, breaks))
      start += 1
      continue
    }
    let end = start + 1
    // Code is one text: a neighbour in code that has other marks beside it must not melt into it.
    while (mark !== 'code' && end < nodes.length && hasMark(nodes[end] as Inline, mark)) end += 1
    written.push(wrap(mark, nodes.slice(start, end), marks, breaks))
    start = end
  }
  return written
}

function wrap(
  mark: Mark,
  nodes: readonly Inline[],
  marks: readonly Mark[],
  breaks: BreakStyle,
): PhrasingContent {
  if (mark === 'code') return { type: 'inlineCode', value: textOf(nodes[0] as Text) }
  const children = nest(
    nodes,
    marks.filter((name) => name !== mark),
    breaks,
  )
  const types = { bold: 'strong', italic: 'emphasis', strike: 'delete' } as const
  return { type: types[mark], children }
}

function plain(node: Inline, breaks: BreakStyle): PhrasingContent[] {
  if (node.type === 'break') return [breaks === 'tag' ? { type: 'html', value: '<br>' } : { type: 'break' }]
  if (node.type === 'link') return [writeLink(node, breaks)]
  return node.text === '' ? [] : [{ type: 'text', value: textOf(node) }]
}

function writeLink({ href, children }: Link, breaks: BreakStyle): LinkNode {
  return { type: 'link', url: href, children: writeInline(children, breaks) as LinkNode['children'] }
}

const hasMark = (node: Inline, mark: Mark) =>
  node.type === 'text' && node.text !== '' && node.marks?.includes(mark) === true

const textOf = ({ text }: Text) => text.replace(/\s*[\r\n]+\s*/g, ' ')
