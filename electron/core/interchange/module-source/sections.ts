import type { Heading, Root, RootContent } from 'mdast'
import type { MarkdownContext } from '../markdown/context.ts'
import { lineOf } from '../markdown/context.ts'
import { readHeading, type StepHeading } from './heading.ts'

/** What stands between one `##` heading and the next. */
export type Section = StepHeading & { line: number; nodes: RootContent[] }

export type Sections = {
  /** The text of the first `#` heading above all steps: the title of a file without settings. */
  title: string | null
  titleLine: number
  /** What stands before the first step. */
  opening: { line: number; nodes: RootContent[] }
  steps: Section[]
}

/** Cuts a document at its `##` headings. */
export function cutSections(root: Root, context: MarkdownContext): Sections {
  const nodes = root.children.filter((node) => node.type !== 'definition')
  const starts = nodes.flatMap((node, index) => (isStepHeading(node) ? [{ node, index }] : []))
  const opening = nodes.slice(0, starts[0]?.index ?? nodes.length)
  const [first] = opening
  const isTitled = first?.type === 'heading' && first.depth === 1
  const above = isTitled ? opening.slice(1) : opening
  return {
    titleLine: first ? lineOf(first, context) : 1,
    title: isTitled ? readHeading(first, context).title : null,
    opening: { line: above[0] ? lineOf(above[0], context) : 1, nodes: above },
    steps: starts.map(({ node, index }, position) => ({
      ...readHeading(node, context),
      line: lineOf(node, context),
      nodes: nodes.slice(index + 1, starts[position + 1]?.index ?? nodes.length),
    })),
  }
}

const isStepHeading = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2
