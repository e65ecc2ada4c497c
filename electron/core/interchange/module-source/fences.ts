import type { Code, RootContent } from 'mdast'
import { type MarkdownContext, sourceOf } from '../markdown/context.ts'
import { stringifyMarkdown } from '../markdown/stringify.ts'

/** Fences with these names, or without one, are plain code on a page. */
const plainNames = ['text', 'txt', 'plain', 'plaintext']

/** Whether `node` is a fenced activity, and not just code shown on a page. */
export function isActivity(node: RootContent, context: MarkdownContext): node is Code {
  if (node.type !== 'code' || !/^(```|~~~)/.test(sourceOf(node, context))) return false
  return node.lang !== null && node.lang !== undefined && !plainNames.includes(node.lang.toLowerCase())
}

/** A fence of this name around `body`. */
export function writeFence(name: string, body: string, meta: string | null = null): string {
  return stringifyMarkdown([{ type: 'code', lang: name, meta, value: body.replace(/\n$/, '') }])
}

/** Pieces of Markdown, a blank line apart; empty ones are passed over. */
export function joinParts(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
