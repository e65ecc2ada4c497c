import type { Block, Inline, ListItem, Mark, RichText } from '../../../../shared/model/richtext/schema.ts'
import { isSafeHref } from '../../../../shared/model/richtext/schema.ts'
import { joinTexts, textWith } from '../markdown/read-inline.ts'
import { trimInline } from '../markdown/trim.ts'
import type { Notes } from '../report.ts'
import { decodeEntities } from './entities.ts'
import { attributeOf, cutHtml, hiddenTags } from './tokens.ts'

const markTags: Record<string, Mark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
}
/** Tags that only group or size; what is inside them is kept as it is. */
const plainTags = new Set([
  'span',
  'div',
  'p',
  'br',
  'ul',
  'ol',
  'li',
  'a',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'font',
  'u',
  'small',
])

/** Whether `text` holds a tag that question banks use. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(p|br|b|strong|i|em|u|s|del|code|pre|span|div|ul|ol|li|a|img|sub|sup|h[1-6]|table)(\s[^<>]*)?\/?>/i.test(
    text,
  )
}

/**
 * The simple HTML of question banks as rich text: paragraphs, headings, lists, links and marks. Nothing else goes
 * through: other tags are reported and the words inside them kept; scripts and styles go with what they hold.
 */
export function readHtml(html: string, { line, notes }: { line: number; notes: Notes }): RichText {
  const blocks: Block[] = []
  const marks: Mark[] = []
  const lists: boolean[] = []
  const reported = new Set<string>()
  let words: Inline[] = []
  let heading = 0
  let href: string | null = null
  const flush = () => {
    const children = trimInline(joinTexts(words))
    words = []
    if (children.length === 0) return
    const last = blocks.at(-1)
    if (lists.length > 0) addItem(blocks, last, { children }, lists.at(-1) === true)
    else if (heading > 0) blocks.push({ type: 'heading', level: heading > 3 ? 3 : 2, children })
    else blocks.push({ type: 'paragraph', children })
  }
  const leaveOut = (tag: string) => {
    if (!reported.has(tag))
      notes.leftOut(
        line,
        `<${tag}>`,
        hiddenTags.has(tag)
          ? 'It was left out with all it holds: the studio takes no code and no styles.'
          : 'HTML of this kind was left out; the words inside it were kept.',
      )
    reported.add(tag)
  }
  for (const token of cutHtml(html)) {
    if (token.type === 'text') {
      const text = decodeEntities(token.text).replace(/[ \t\n]+/g, ' ')
      words.push(...inLink(textWith(text, marks), href))
      continue
    }
    const { tag, isClosing, attributes } = token
    const mark = Object.hasOwn(markTags, tag) ? markTags[tag] : undefined
    if (mark) {
      if (!isClosing) marks.push(mark)
      else if (marks.includes(mark)) marks.splice(marks.lastIndexOf(mark), 1)
    } else if (tag === 'br') words.push({ type: 'break' })
    else if (tag === 'a') {
      const target = isClosing ? null : decodeEntities(attributeOf(attributes, 'href') ?? '')
      href = target !== null && isSafeHref(target) ? target : null
      if (target && href === null) leaveOut(`a href="${target.slice(0, 40)}"`)
    } else if (tag === 'ul' || tag === 'ol') {
      flush()
      if (isClosing) lists.pop()
      else {
        lists.push(tag === 'ol')
        blocks.push({ type: 'list', ordered: tag === 'ol', items: [] })
      }
    } else if (/^(p|div|li|pre|h[1-6])$/.test(tag)) {
      flush()
      heading = /^h[1-6]$/.test(tag) && !isClosing ? Number(tag.charAt(1)) : 0
    } else if (!isClosing && !plainTags.has(tag)) leaveOut(tag)
  }
  lists.length = 0
  flush()
  return blocks.filter((block) => block.type !== 'list' || block.items.length > 0)
}

function addItem(blocks: Block[], last: Block | undefined, item: ListItem, ordered: boolean) {
  if (last?.type === 'list') last.items.push(item)
  else blocks.push({ type: 'list', ordered, items: [item] })
}

function inLink(text: Extract<Inline, { type: 'text' }>, href: string | null): Inline[] {
  if (text.text === '') return []
  return href === null ? [text] : [{ type: 'link', href, children: [text] }]
}
