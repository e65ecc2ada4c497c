import { normalise } from '../../../../shared/model/richtext/normalise.ts'
import {
  type Block,
  calloutTones,
  type Inline,
  type InlineText,
  type List,
  type ListItem,
  type RichText,
} from '../../../../shared/model/richtext/schema.ts'
import { type Look, lookInside, plain, textNodes, trimmed } from './inline.ts'
import { isWordMarker, isWordNumber, type WordItem, wordList, wordListLevel } from './word-lists.ts'

/** What was pasted, and how many pictures it had that could not come along. */
export type Pasted = { richText: RichText; lostPictures: number }

const ignored = new Set(
  'HEAD STYLE SCRIPT NOSCRIPT TEMPLATE TITLE META LINK SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT TEXTAREA INPUT'.split(
    ' ',
  ),
)
const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HR HTML LI MAIN NAV P PRE SECTION SUMMARY TBODY TD TH THEAD TFOOT TR'.split(
    ' ',
  ),
)

/**
 * HTML from the clipboard as rich text. The page is parsed without running or loading anything, and only words, marks, safe
 * links and the blocks we know are read off it: nothing of the HTML itself goes on. `isAsset` tells which pictures, copied
 * in a studio, the project has.
 */
export function fromHtml(html: string, isAsset: (id: string) => boolean): Pasted {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const blocks: Block[] = []
  let run: Inline[] = []
  let wordItems: WordItem[] = []
  let lostPictures = 0

  /** Ends the run of text: it becomes a block of the kind `make` says. */
  function flush(make: (children: InlineText) => Block): void {
    const children = trimmed(run)
    run = []
    if (children.length > 0) blocks.push(make(children))
  }
  function flushWordList(): void {
    const list = wordList(wordItems)
    wordItems = []
    if (list) blocks.push(list)
  }
  const paragraph = (children: InlineText): Block => ({ type: 'paragraph', children })

  function readChildren(element: Element, look: Look, make: (children: InlineText) => Block): void {
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (run.length > 0 || child.data.trim() !== '') run.push(...textNodes(child.data, look))
      } else if (child instanceof HTMLElement) readElement(child, look, make)
    }
  }

  function readElement(element: HTMLElement, look: Look, make: (children: InlineText) => Block): void {
    const tag = element.tagName
    if (isUnseen(element)) return
    if (tag === 'BR') run.push({ type: 'break' })
    else if (tag === 'IMG') readImage(element, make)
    else if (tag === 'UL' || tag === 'OL') block(make, () => blocks.push(readList(element, look)))
    else if (tag === 'TABLE') block(make, () => readTable(element))
    else if (/^H[1-6]$/.test(tag))
      block(make, () => {
        readChildren(element, lookInside(element, look), heading(tag))
        flush(heading(tag))
      })
    else if (wordListLevel(element) !== null) readWordItem(element, look, make)
    else if (blockTags.has(tag))
      block(make, () => {
        const inner = blockOf(element) ?? make
        readChildren(element, lookInside(element, look), inner)
        flush(inner)
      })
    else readChildren(element, lookInside(element, look), make)
  }

  /** Runs `read` between the text before it and the text after it. */
  function block(make: (children: InlineText) => Block, read: () => void): void {
    flush(make)
    flushWordList()
    read()
  }

  function readWordItem(element: HTMLElement, look: Look, make: (children: InlineText) => Block): void {
    flush(make)
    readChildren(element, lookInside(element, look), make)
    wordItems.push({
      level: wordListLevel(element) ?? 1,
      isOrdered: isWordNumber(element),
      children: trimmed(run),
    })
    run = []
  }

  function readImage(element: HTMLElement, make: (children: InlineText) => Block): void {
    const asset = element.dataset['morselAsset']
    if (asset !== undefined && isAsset(asset))
      block(make, () =>
        blocks.push({
          type: 'image',
          asset,
          alt: element.getAttribute('alt') ?? '',
          decorative: 'morselDecorative' in element.dataset,
        }),
      )
    // A picture of one pixel counts visits; nobody misses it.
    else if (element.getAttribute('width') !== '1') lostPictures += 1
  }

  /** The words inside an element, its blocks as lines; lists in it go to `onList`. */
  function readLines(element: HTMLElement, look: Look, onList: (list: List) => void): InlineText {
    const outer = { run, count: blocks.length }
    run = []
    readChildren(element, lookInside(element, look), paragraph)
    flush(paragraph)
    flushWordList()
    run = outer.run
    const lines: Inline[] = []
    for (const one of blocks.splice(outer.count)) {
      if (one.type === 'list') onList(one)
      else if ('children' in one)
        lines.push(...(lines.length > 0 ? [{ type: 'break' as const }] : []), ...one.children)
    }
    return lines
  }

  function readList(element: HTMLElement, look: Look): List {
    const items: ListItem[] = []
    const attach = (list: List) => {
      const owner = items.at(-1)
      if (!owner) items.push({ children: [], list })
      else owner.list = owner.list ? { ...owner.list, items: [...owner.list.items, ...list.items] } : list
    }
    for (const child of element.children) {
      if (!(child instanceof HTMLElement) || isUnseen(child)) continue
      // Google Docs puts a list inside a list beside its item, not into it.
      if (child.tagName === 'UL' || child.tagName === 'OL') attach(readList(child, look))
      else {
        const inner: List[] = []
        items.push({ children: readLines(child, look, (list) => inner.push(list)) })
        inner.forEach(attach)
      }
    }
    return {
      type: 'list',
      ordered: element.tagName === 'OL',
      items: items.length > 0 ? items : [{ children: [] }],
    }
  }

  function readTable(element: HTMLElement): void {
    const rows = [...element.querySelectorAll('tr')]
      .filter((row) => row.closest('table') === element)
      .map((row) =>
        [...row.children]
          .filter((cell): cell is HTMLElement => cell instanceof HTMLElement && /^T[DH]$/.test(cell.tagName))
          .map((cell) => ({
            children: withoutBold(
              cell.tagName === 'TH',
              readLines(cell, plain, () => {}),
            ),
          })),
      )
      .filter((cells) => cells.length > 0)
    if (rows.length > 0) blocks.push({ type: 'table', rows })
  }

  readChildren(body, plain, paragraph)
  flush(paragraph)
  flushWordList()
  return { richText: normalise(blocks), lostPictures }
}

function isUnseen(element: HTMLElement): boolean {
  return (
    ignored.has(element.tagName) ||
    element.style.display === 'none' ||
    /mso-hide:\s*all/i.test(element.getAttribute('style') ?? '') ||
    isWordMarker(element) ||
    element.classList.contains('callout-word')
  )
}

/** The kind of block that a tag's own text becomes, where it says so. */
function blockOf(element: HTMLElement): ((children: InlineText) => Block) | null {
  if (element.tagName === 'BLOCKQUOTE') return (children) => ({ type: 'quote', children })
  if (element.classList.contains('callout')) {
    const tone = calloutTones.find((one) => element.classList.contains(`callout-${one}`)) ?? 'note'
    return (children) => ({ type: 'callout', tone, children })
  }
  return null
}

/** A page's own title is the step's: headings begin at level 2. */
function heading(tag: string): (children: InlineText) => Block {
  const level = tag === 'H1' || tag === 'H2' ? 2 : 3
  return (children) => ({ type: 'heading', level, children: withoutBold(true, children) })
}

/** Headings are bold by themselves; what they say in bold would be bold twice. */
function withoutBold(isHeading: boolean, children: InlineText): InlineText {
  if (!isHeading) return children
  return children.map((node) => {
    if (node.type === 'text') return { ...node, marks: (node.marks ?? []).filter((mark) => mark !== 'bold') }
    if (node.type === 'link')
      return { ...node, children: withoutBold(true, node.children).filter((child) => child.type !== 'link') }
    return node
  })
}
