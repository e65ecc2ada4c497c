import type { Definition, Nodes, RootContent } from 'mdast'
import type { RichText } from '../../../../shared/model/richtext/schema.ts'
import type { Notes } from '../report.ts'

/** What reading Markdown into rich text needs to know. */
export type MarkdownContext = {
  /** The text that was parsed, to see what was escaped. */
  source: string
  /** Added to the parser's line numbers, for Markdown inside something else. */
  lineOffset: number
  notes: Notes
  /** The asset of the picture at `path`, or null; a null is reported by whoever answers. */
  image: (path: string, line: number) => string | null
  /** Where `[text][label]` leads, by normalised label. */
  definitions: ReadonlyMap<string, Definition>
}

/** Reads blocks inside other blocks: lent to their readers, so that files do not import each other in a circle. */
export type BlockReader = (nodes: readonly RootContent[], context: MarkdownContext) => RichText

/** The line of the file that `node` starts on. */
export function lineOf(node: Nodes, context: MarkdownContext): number {
  return (node.position?.start.line ?? 1) + context.lineOffset
}

/** The text `node` was parsed from. */
export function sourceOf(node: Nodes, context: MarkdownContext): string {
  const { start, end } = node.position ?? {}
  return context.source.slice(start?.offset ?? 0, end?.offset ?? 0)
}
