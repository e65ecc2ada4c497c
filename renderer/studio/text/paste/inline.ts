import {
  type Inline,
  isSafeHref,
  type InlineText,
  type Mark,
  markNames,
} from '../../../../shared/model/richtext/schema.ts'

/** What the elements around a text say of it. */
export type Look = { marks: ReadonlySet<Mark>; href: string | null; isPreformatted: boolean }
export const plain: Look = { marks: new Set(), href: null, isPreformatted: false }

const markTags: Record<string, Mark> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
}

/** `look` inside `element`, from its tag and from the styles that Google Docs and Word write instead of tags. */
export function lookInside(element: HTMLElement, look: Look): Look {
  const marks = new Set(look.marks)
  const tagMark = markTags[element.tagName]
  if (tagMark) marks.add(tagMark)
  const { fontWeight, fontStyle, textDecorationLine, textDecoration } = element.style
  if (/^(bold|bolder|[6-9]00)$/.test(fontWeight)) marks.add('bold')
  else if (/^(normal|lighter|[1-5]00)$/.test(fontWeight)) marks.delete('bold')
  if (/italic|oblique/.test(fontStyle)) marks.add('italic')
  else if (fontStyle === 'normal') marks.delete('italic')
  if (/line-through/.test(textDecorationLine || textDecoration)) marks.add('strike')
  const href = element.tagName === 'A' ? (element.getAttribute('href')?.trim() ?? null) : null
  return {
    marks,
    href: href !== null && isSafeHref(href) ? href : look.href,
    isPreformatted: look.isPreformatted || element.tagName === 'PRE',
  }
}

/** A text node as rich text. */
export function textNodes(words: string, look: Look): Inline[] {
  if (look.isPreformatted)
    return words.split('\n').flatMap((line, index): Inline[] => {
      const rest = line === '' ? [] : wrapped(line, look)
      return index === 0 ? rest : [{ type: 'break' }, ...rest]
    })
  const collapsed = words.replace(/[ \t\r\n\f]+/g, ' ')
  return collapsed === '' ? [] : wrapped(collapsed, look)
}

function wrapped(text: string, { marks, href }: Look): Inline[] {
  const node = { type: 'text' as const, text, marks: markNames.filter((mark) => marks.has(mark)) }
  return [href === null ? node : { type: 'link', href, children: [node] }]
}

/** Without the blanks a browser would not show: at the ends, around breaks, and doubled. */
export function trimmed(children: InlineText): InlineText {
  const result: Inline[] = []
  let isAfterBlank = true
  for (const node of children) {
    if (node.type === 'break') {
      result.push(node)
      isAfterBlank = true
    } else if (node.type === 'link') {
      const inner = trimStart(node.children, isAfterBlank)
      result.push({ ...node, children: inner.filter((child) => child.type !== 'link') })
      isAfterBlank = endsBlank(inner, isAfterBlank)
    } else {
      const [text] = trimStart([node], isAfterBlank)
      if (text) result.push(text)
      isAfterBlank = endsBlank(text ? [text] : [], isAfterBlank)
    }
  }
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    const isBlank = last.type === 'break' || (last.type === 'text' && /^ *$/.test(last.text))
    if (isBlank) result.pop()
    else {
      if (last.type === 'text') result[result.length - 1] = { ...last, text: last.text.replace(/ +$/, '') }
      break
    }
  }
  return result
}

function trimStart(nodes: readonly Inline[], isAfterBlank: boolean): Inline[] {
  let isBlank = isAfterBlank
  return nodes.map((node) => {
    if (node.type !== 'text') return node
    const text = isBlank ? node.text.replace(/^ +/, '') : node.text
    if (text !== '') isBlank = text.endsWith(' ')
    return { ...node, text }
  })
}

function endsBlank(nodes: readonly Inline[], before: boolean): boolean {
  const last = nodes.at(-1)
  if (last?.type !== 'text' || last.text === '') return before
  return last.text.endsWith(' ')
}
