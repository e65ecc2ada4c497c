import {
  type Block,
  type Inline,
  type InlineText,
  isSafeHref,
  type Link,
  type List,
  type ListItem,
  type Mark,
  markNames,
  type RichText,
  type Table,
  type Text,
} from './schema.ts'

/**
 * The one form of rich text that means the same: what editors and importers store, and what two texts are compared in.
 * Text of equal marks is joined, marks stand in the order of `markNames`, links without words go, a link that `isSafeHref`
 * refuses becomes its words, tables are rectangular. Blocks and list items without words go too: a learner never sees
 * them, so an editor may show an empty line for the caret, but it is not part of the text. Lists of one kind with nothing
 * between them are one list.
 */
export function normalise(richText: RichText): RichText {
  return joinLists(richText.flatMap(normaliseBlock))
}

/** Blocks that are normalised one by one, as rich text that is normalised. */
export function joinLists(blocks: RichText): RichText {
  const result: RichText = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (block.type === 'list' && last?.type === 'list' && block.ordered === last.ordered)
      result[result.length - 1] = { ...last, items: [...last.items, ...block.items] }
    else result.push(block)
  }
  return result
}

/** The same for a run of text without blocks; nothing but blanks is nothing. */
export function normaliseInline(children: InlineText): InlineText {
  // Joined first: how many tabs in a row are one blank must not depend on how the text was cut.
  const result = joinAlike(children.flatMap(normaliseNode)).map(withBlanks)
  return isBlank(result) ? [] : result
}

function normaliseBlock(block: Block): Block[] {
  switch (block.type) {
    case 'image':
      return [block]
    case 'table':
      return [normaliseTable(block)]
    case 'list': {
      const list = normaliseList(block)
      return list ? [list] : []
    }
    default: {
      const children = normaliseInline(block.children)
      return children.length > 0 ? [{ ...block, children }] : []
    }
  }
}

function normaliseList(list: List): List | null {
  const items = list.items.flatMap((item): ListItem[] => {
    const children = normaliseInline(item.children)
    const inner = item.list ? normaliseList(item.list) : null
    if (children.length === 0 && !inner) return []
    return [inner ? { children, list: inner } : { children }]
  })
  return items.length > 0 ? { type: 'list', ordered: list.ordered, items } : null
}

function normaliseTable({ rows }: Table): Table {
  const width = Math.max(...rows.map((row) => row.length))
  return {
    type: 'table',
    rows: rows.map((row) =>
      Array.from({ length: width }, (_, column) => ({
        children: normaliseInline(row[column]?.children ?? []),
      })),
    ),
  }
}

function normaliseNode(node: Inline): Inline[] {
  switch (node.type) {
    case 'break':
      return [node]
    case 'text':
      return normaliseText(node)
    case 'link': {
      const children = joinAlike(node.children.flatMap(normaliseNode)) as Link['children']
      if (children.length === 0) return []
      return isSafeHref(node.href) ? [{ ...node, children }] : children
    }
  }
}

function normaliseText({ text, marks = [] }: Text): Text[] {
  const inOrder = markNames.filter((mark) => marks.includes(mark))
  return text === '' ? [] : [textWith(text, inOrder)]
}

/** Line ends and tabs inside text are blanks to a learner's page; a break is a node of its own. */
function withBlanks<Node extends Inline>(node: Node): Node {
  if (node.type === 'text') return { ...node, text: node.text.replace(/[\r\n\t\f\v]+/g, ' ') }
  return node.type === 'link' ? { ...node, children: node.children.map(withBlanks) } : node
}

function textWith(text: string, marks: readonly Mark[]): Text {
  return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text }
}

function joinAlike(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && hasSameMarks(node, last))
      result[result.length - 1] = textWith(last.text + node.text, node.marks ?? [])
    else if (node.type === 'link' && last?.type === 'link' && node.href === last.href)
      result[result.length - 1] = {
        ...last,
        children: joinAlike([...last.children, ...node.children]) as Link['children'],
      }
    else result.push(node)
  }
  return result
}

function hasSameMarks({ marks: one = [] }: Text, { marks: other = [] }: Text): boolean {
  return one.length === other.length && one.every((mark, index) => mark === other[index])
}

function isBlank(children: readonly Inline[]): boolean {
  return children.every((node) =>
    node.type === 'text' ? node.text.trim() === '' : node.type === 'break' || isBlank(node.children),
  )
}
