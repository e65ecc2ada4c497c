import {
  type Block,
  type Image,
  type Inline,
  type InlineText,
  isSafeHref,
  type Link,
  type List,
  type Mark,
  type RichText,
  type Table,
  type Text,
} from '../model/richtext/schema.ts'
import { escapeHtml } from './escape.ts'
import type { Html } from './format.ts'
import type { Words } from './words.ts'

/** What rendering needs to know of the world: where an image lies, and the words HTML itself speaks. */
export type HtmlContext = {
  /** Where the image loads from, and its size in pixels so that nothing jumps when it arrives. */
  image: (asset: string) => { source: string; width: number | null; height: number | null }
  words: Words
}

/**
 * Rich text as static HTML. Only the tags of this file come out, every authored word is escaped, and only links that
 * `isSafeHref` allows are links: this is the one place where authored content becomes HTML.
 */
export function richTextHtml(richText: RichText, context: HtmlContext): Html {
  return richText.map((block) => blockHtml(block, context)).join('')
}

/** A run of text without blocks (a choice, a feedback) as static HTML. */
export function inlineHtml(children: InlineText): Html {
  return children.map(inlineNodeHtml).join('')
}

function blockHtml(block: Block, context: HtmlContext): Html {
  switch (block.type) {
    case 'paragraph':
      return block.children.length > 0 ? `<p>${inlineHtml(block.children)}</p>` : ''
    case 'heading': {
      const tag = block.level === 2 ? 'h2' : 'h3'
      return `<${tag}>${inlineHtml(block.children)}</${tag}>`
    }
    case 'list':
      return listHtml(block)
    case 'quote':
      return `<blockquote><p>${inlineHtml(block.children)}</p></blockquote>`
    case 'callout': {
      const word = escapeHtml(context.words[block.tone])
      return `<div class="callout callout-${escapeHtml(block.tone)}" role="note"><strong class="callout-word">${word}</strong><p>${inlineHtml(block.children)}</p></div>`
    }
    case 'table':
      return tableHtml(block, context)
    case 'image':
      return imageHtml(block, context)
  }
}

function listHtml(list: List): Html {
  const tag = list.ordered ? 'ol' : 'ul'
  const items = list.items.map(
    (item) => `<li>${inlineHtml(item.children)}${item.list ? listHtml(item.list) : ''}</li>`,
  )
  return `<${tag}>${items.join('')}</${tag}>`
}

/** A table wider than the phone scrolls by itself; what scrolls must take the focus and have a name. */
function tableHtml(table: Table, context: HtmlContext): Html {
  const [header, ...body] = table.rows
  const row = (cells: Table['rows'][number] | undefined, open: string, close: string) =>
    `<tr>${(cells ?? []).map((cell) => `${open}${inlineHtml(cell.children)}${close}`).join('')}</tr>`
  const head = `<thead>${row(header, '<th scope="col">', '</th>')}</thead>`
  const rows = body.map((cells) => row(cells, '<td>', '</td>')).join('')
  return `<div class="table" role="region" aria-label="${escapeHtml(context.words.table)}" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>`
}

function imageHtml(image: Image, context: HtmlContext): Html {
  const { source, width, height } = context.image(image.asset)
  const size =
    width && height ? ` width="${escapeHtml(String(width))}" height="${escapeHtml(String(height))}"` : ''
  const alt = image.decorative ? '' : escapeHtml(image.alt)
  return `<figure><img src="${escapeHtml(source)}" alt="${alt}"${size} loading="lazy" decoding="async"></figure>`
}

function inlineNodeHtml(node: Inline): Html {
  switch (node.type) {
    case 'text':
      return textHtml(node)
    case 'break':
      return '<br>'
    case 'link':
      return linkHtml(node)
  }
}

const markTags: Record<Mark, string> = { bold: 'strong', italic: 'em', code: 'code', strike: 's' }

function textHtml(text: Text): Html {
  return (text.marks ?? []).reduceRight((html, mark) => {
    const tag = markTags[mark]
    return `<${tag}>${html}</${tag}>`
  }, escapeHtml(text.text))
}

function linkHtml(link: Link): Html {
  const words = inlineHtml(link.children)
  // The schema refuses other links already; a record that came in some other way still gets no dangerous one here.
  if (!isSafeHref(link.href)) return words
  return `<a href="${escapeHtml(link.href)}" target="_blank" rel="noopener">${words}</a>`
}
