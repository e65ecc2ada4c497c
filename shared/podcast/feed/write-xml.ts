import { withoutControls } from '../clean.ts'

/** A tag to be written: its name with prefix, its attributes, and either words or tags inside. */
export type Tag = { name: string; attributes?: Record<string, string>; content?: string | Tag[] }

const escape = (text: string) =>
  withoutControls(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** An attribute as it stands in a tag, with a blank before it. */
export function writeAttribute(name: string, value: string): string {
  return ` ${name}="${escape(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`
}

/** The tag's lines, each with `indent` before it. */
export function writeTag({ name, attributes = {}, content = [] }: Tag, indent: string): string {
  const opens = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => writeAttribute(key, value))
    .join('')}`
  if (typeof content === 'string') return `${opens}>${escape(content)}</${name}>\n`
  if (content.length === 0) return `${opens}/>\n`
  const inside = content.map((tag) => writeTag(tag, `${indent}  `)).join('')
  return `${opens}>\n${inside}${indent}</${name}>\n`
}
