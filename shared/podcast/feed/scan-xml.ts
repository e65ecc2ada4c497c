/** An element and where it stands in the source, so that it can be written again as it was, to the letter. */
export type XmlElement = {
  kind: 'element'
  name: string
  /** The address of its namespace; empty for none. */
  namespace: string
  local: string
  attributes: XmlAttribute[]
  children: XmlNode[]
  raw: string
  /** Why it cannot stand in a well-formed document: an entity or a prefix that nothing defines; null when it can. */
  flaw: string | null
}
export type XmlAttribute = { name: string; value: string; raw: string; flaw: string | null }
export type XmlNode =
  | XmlElement
  | { kind: 'text'; raw: string; flaw: string | null }
  /** A comment, an instruction, or characters that are all text (CDATA). */
  | { kind: 'comment' | 'instruction' | 'cdata' | 'doctype'; raw: string; flaw: null }

/** What is wrong with a document, and on which line. */
export class XmlProblem extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

// XML 1.0, sections 2.3 and 3.1. Blanks are these four signs and no others.
const blank = String.raw`[ \t\r\n]`
const nameStart = String.raw`A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}`
const plainName = String.raw`[${nameStart}][${nameStart}\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*`
const name = `${plainName}(?::${plainName})?`
const value = String.raw`(?:"[^"<]*"|'[^'<]*')`
const token = new RegExp(
  [
    String.raw`(?<comment><!--(?:(?!--)[\s\S])*-->)`,
    String.raw`(?<cdata><!\[CDATA\[[\s\S]*?\]\]>)`,
    String.raw`(?<instruction><\?${plainName}(?:${blank}[\s\S]*?)?\?>)`,
    String.raw`(?<doctype><!DOCTYPE(?:[^<>[\]"']|"[^"]*"|'[^']*')*(?:\[[\s\S]*?\]${blank}*)?>)`,
    String.raw`<\/(?<closes>${name})${blank}*>`,
    String.raw`<(?<opens>${name})(?<attributes>(?:${blank}+${name}${blank}*=${blank}*${value})*)${blank}*(?<isEmpty>\/?)>`,
    String.raw`(?<text>[^<]+)`,
  ].join('|'),
  'uy',
)
const attributes = new RegExp(`(${name})${blank}*=${blank}*(${value})`, 'gu')
/** No feed nests deeper. */
const deepest = 100
const otherKinds = ['comment', 'cdata', 'instruction', 'doctype'] as const

type Open = { element: XmlElement; from: number; scope: ReadonlyMap<string, string> }

/**
 * The nodes of an XML document (XML 1.0, Namespaces 1.0), with their source. It loads and expands nothing. `prefixes` are
 * those that count as declared from the outset. Throws XmlProblem for what is not well-formed.
 */
export function scanXml(
  xml: string,
  prefixes: ReadonlyMap<string, string>,
): { root: XmlElement; around: XmlNode[] } {
  const around: XmlNode[] = []
  const stack: Open[] = []
  let root: XmlElement | null = null
  const problem = (at: number, message: string) =>
    new XmlProblem(xml.slice(0, at).split('\n').length, message)
  const add = (node: XmlNode, at: number) => {
    const parent = stack.at(-1)?.element
    if (parent) {
      parent.children.push(node)
      parent.flaw ??= node.flaw
    } else if (node.kind === 'text' ? node.raw.trim() !== '' : node.kind === 'cdata')
      throw problem(at, 'There is text outside the document.')
    else if (node.kind !== 'element') around.push(node)
    else if (root) throw problem(at, 'It is more than one document.')
    else root = node
  }
  for (let at = xml.startsWith('\ufeff') ? 1 : 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(xml)
    if (!match) throw problem(at, 'There is something here that is no XML.')
    const [raw] = match
    const parts = match.groups ?? {}
    const end = at + raw.length
    const other = otherKinds.find((kind) => parts[kind] !== undefined)
    if (parts.instruction !== undefined && /^<\?xml[\s?]/i.test(raw) && at > xml.indexOf('<'))
      throw problem(at, 'A document begins once.')
    if (other) add({ kind: other, raw, flaw: null }, at)
    else if (parts.text !== undefined) {
      if (raw.includes(']]>')) throw problem(at, 'There is an end of characters here that have no start.')
      add({ kind: 'text', raw, flaw: entityFlaw(raw) }, at)
    } else if (parts.closes !== undefined) {
      const open = stack.pop()
      if (open?.element.name !== parts.closes)
        throw problem(at, `</${parts.closes}> ends what does not begin.`)
      add(finish(open, xml, end), at)
    } else {
      const open = begin(parts, at, stack.at(-1)?.scope ?? prefixes)
      if (hasTwice(open.element.attributes)) throw problem(at, 'An attribute stands twice in a tag.')
      if (parts.isEmpty) add(finish(open, xml, end), at)
      else if (stack.push(open) > deepest) throw problem(at, 'It is nested too deeply.')
    }
  }
  const unfinished = stack.at(-1)
  if (unfinished) throw problem(xml.length, `</${unfinished.element.name}> is missing.`)
  if (!root) throw problem(0, 'It is empty.')
  return { root, around }
}

function begin(parts: Record<string, string | undefined>, from: number, outer: Open['scope']): Open {
  const { opens = '' } = parts
  const found = Array.from((parts.attributes ?? '').matchAll(attributes), ([raw, key = '', quoted = '']) => ({
    name: key,
    value: decodeXml(quoted.slice(1, -1)),
    raw,
    flaw: entityFlaw(quoted),
  }))
  const declared = found.flatMap((one): [string, string][] =>
    one.name.startsWith('xmlns:') ? [[one.name.slice(6), one.value]] : [],
  )
  const scope = declared.length > 0 ? new Map([...outer, ...declared]) : outer
  const flawOf = (key: string) => {
    const [prefix, isPrefixed] = [key.split(':')[0] ?? '', key.includes(':')]
    const isKnown = !isPrefixed || prefix === 'xml' || prefix === 'xmlns' || scope.has(prefix)
    return isKnown ? null : `nothing says what “${prefix}:” means`
  }
  for (const one of found) one.flaw ??= flawOf(one.name) ?? declarationFlaw(one)
  const [local = '', prefix = ''] = opens.split(':').reverse()
  return {
    from,
    scope,
    element: {
      kind: 'element',
      name: opens,
      namespace: scope.get(prefix) ?? '',
      local,
      attributes: found,
      children: [],
      raw: '',
      flaw: flawOf(opens) ?? found.find(({ flaw }) => flaw !== null)?.flaw ?? null,
    },
  }
}

/** Namespaces in XML 1.0, section 3: a prefix stands for something, and two of them are not to be given away. */
function declarationFlaw({ name: key, value: address }: XmlAttribute): string | null {
  if (!key.startsWith('xmlns:')) return null
  return address === '' || key === 'xmlns:xml' || key === 'xmlns:xmlns' ? 'it declares nothing' : null
}

function finish({ element, from }: Open, xml: string, to: number): XmlElement {
  element.raw = xml.slice(from, to)
  return element
}

function hasTwice(all: readonly XmlAttribute[]): boolean {
  return new Set(all.map(({ name: key }) => key)).size < all.length
}

const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const reference = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));|&/g

function characterOf(match: readonly (string | undefined)[]): string | null {
  const [, decimal, hexadecimal, entity] = match
  if (entity !== undefined) return known[entity] ?? null
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  // XML 1.0, section 2.2: what is a character at all.
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isCharacter ? String.fromCodePoint(code) : null
}

function entityFlaw(raw: string): string | null {
  for (const match of raw.matchAll(reference))
    if (characterOf(match) === null) return `nothing says what “${match[0]}” means`
  return null
}

function decodeXml(raw: string): string {
  return raw.replace(
    reference,
    (whole, ...match: (string | undefined)[]) => characterOf([whole, ...match]) ?? whole,
  )
}

/** The words in an element and in what is inside it. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((node) => {
      if (node.kind === 'element') return textOf(node)
      if (node.kind === 'cdata') return node.raw.slice('<![CDATA['.length, -']]>'.length)
      return node.kind === 'text' ? decodeXml(node.raw) : ''
    })
    .join('')
}

/** The value of an attribute, or null. */
export function attributeOf(element: XmlElement, key: string): string | null {
  return element.attributes.find((one) => one.name === key)?.value ?? null
}
