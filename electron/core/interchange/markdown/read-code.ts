import type { Code } from 'mdast'
import type { Block, Inline } from '../../../../shared/model/richtext/schema.ts'
import { type MarkdownContext, lineOf } from './context.ts'

/** A block of code as a paragraph in code style, line by line: rich text has no code blocks. */
export function readCode(node: Code, context: MarkdownContext): Block[] {
  context.notes.changed(
    lineOf(node, context),
    'a block of code',
    'It became a paragraph in code style: the studio has no code blocks.',
  )
  const children = node.value
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line, marks: ['code' as const] }]),
    ])
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}
