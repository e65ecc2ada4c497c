import type { RichText } from '../../../../shared/model/richtext/schema.ts'
import type { Notes } from '../report.ts'
import { definitionsIn, parseMarkdown } from './parse.ts'
import { readBlocks } from './read-blocks.ts'

/** Markdown that stands inside something else (a question of a GIFT file), starting on `line`, as rich text. */
export function readMarkdown(
  source: string,
  {
    line,
    notes,
    image,
  }: { line: number; notes: Notes; image: (path: string, line: number) => string | null },
): RichText {
  const root = parseMarkdown(source)
  return readBlocks(root.children, {
    source,
    lineOffset: line - 1,
    notes,
    image,
    definitions: definitionsIn(root),
  })
}
