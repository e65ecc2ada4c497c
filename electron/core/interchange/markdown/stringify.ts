import type { Nodes, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'

const style: Options = {
  bullet: '-',
  emphasis: '_',
  strong: '*',
  fence: '`',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  handlers: { escapedUnderscore: () => '\\_' } as Options['handlers'],
}

const escapedUnderscore = { type: 'escapedUnderscore' } as unknown as Nodes

const writer = unified().use(remarkStringify, style).use(remarkGfm, { singleTilde: false }).freeze()

/**
 * Markdown text of `children`; ends with a line end unless it is empty. `isCareful` escapes every underscore, inside words
 * too, which is safe and ugly.
 */
export function stringifyMarkdown(children: RootContent[], { isCareful = false } = {}): string {
  const root: Root = { type: 'root', children }
  return writer.stringify(isCareful ? escapeUnderscores(root) : root)
}

/** `node` with each underscore of a text as a node that is written as it stands: escaped. */
function escapeUnderscores<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text'
      ? child.value
          .split(/(_)/)
          .filter(Boolean)
          .map((value) => (value === '_' ? escapedUnderscore : { type: 'text', value }))
      : [escapeUnderscores(child)],
  )
  return { ...node, children }
}
