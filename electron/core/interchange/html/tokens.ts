export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'tag'; tag: string; isClosing: boolean; attributes: string }

/** Tags whose inside is no text for readers. */
export const hiddenTags = new Set(['script', 'style'])

/** Text and tags in order; comments, what scripts and styles hold is passed over. Takes any text, well formed or not. */
export function* cutHtml(html: string): Generator<HtmlToken> {
  const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi
  let from = 0
  let hidden: string | null = null
  for (const match of html.matchAll(tags)) {
    const [whole, slash = '', name = '', attributes = ''] = match
    const tag = name.toLowerCase()
    if (hidden === null && match.index > from) yield { type: 'text', text: html.slice(from, match.index) }
    from = match.index + whole.length
    if (tag === '') continue
    const isHidden = hidden !== null
    if (hiddenTags.has(tag)) hidden = slash ? null : tag
    if (!isHidden) yield { type: 'tag', tag, isClosing: slash !== '', attributes }
  }
  if (hidden === null && from < html.length) yield { type: 'text', text: html.slice(from) }
}

/** The value of an attribute, or null. */
export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(
    attributes,
  )
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : null
}
