/** What `{#why outcome=O1}` at the end of a heading says. */
export type Attributes = { id: string | null; values: Map<string, string>; strays: string[] }

const token = /\s*(?:#([^\s{}"=]+)|([A-Za-z][\w-]*)=(?:"((?:[^"\\]|\\.)*)"|([^\s{}"]*))|([^\s{}"]+))(?=\s|$)/y

/** Attributes are looked for in this many characters at a heading's end. */
const tail = 1000

/** A heading's title and its attributes: the last `{…}` that holds an id or `key=value`. */
export function splitAttributes(heading: string): { title: string; attributes: Attributes } {
  const text = heading.trimEnd()
  const nothing: Attributes = { id: null, values: new Map(), strays: [] }
  if (!text.endsWith('}')) return { title: heading, attributes: nothing }
  for (
    let open = text.lastIndexOf('{');
    open >= Math.max(0, text.length - tail);
    open = text.lastIndexOf('{', open - 1)
  ) {
    const isApart = open === 0 || /\s/.test(text.charAt(open - 1))
    const attributes = isApart ? parseAttributes(text.slice(open + 1, -1)) : null
    if (attributes) return { title: text.slice(0, Math.max(open - 1, 0)), attributes }
    if (open === 0) break
  }
  return { title: heading, attributes: nothing }
}

function parseAttributes(text: string): Attributes | null {
  const attributes: Attributes = { id: null, values: new Map(), strays: [] }
  const end = text.trimEnd().length
  for (token.lastIndex = 0; token.lastIndex < end; ) {
    const match = token.exec(text.slice(0, end))
    if (!match) return null
    const [part, id, key, quoted, bare, stray] = match
    if (id !== undefined && attributes.id === null) attributes.id = id
    else if (key !== undefined && stray === undefined && !attributes.values.has(key))
      attributes.values.set(key, quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '')
    else attributes.strays.push(part.trim())
  }
  return attributes.id !== null || attributes.values.size > 0 ? attributes : null
}

/** The same, written. Values with blanks and signs are quoted. */
export function formatAttributes(id: string, values: readonly (readonly [string, string | null])[]): string {
  const pairs = values.flatMap(([key, value]) => (value === null ? [] : [`${key}=${quote(value)}`]))
  return `{${[`#${id}`, ...pairs].join(' ')}}`
}

const quote = (value: string) =>
  /^[A-Za-z0-9.-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`
