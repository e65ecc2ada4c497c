import type { Definition, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

// One tilde is no strike-through: it is GIFT's mark of a wrong answer, and of "about" in many languages.
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/** CommonMark with GitHub's tables, strike-through, task lists, footnotes and bare links, as a tree with positions. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text)
}

/** The link definitions of a document (`[label]: address`); the first of a label counts, as CommonMark says. */
export function definitionsIn(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const node of root.children)
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  return definitions
}
