import type { Code, Root } from 'mdast'
import { parseMarkdown } from '../markdown/parse.ts'
import { requireShallow } from './nesting.ts'

/** Lines from 1: that of a script's fence, and that of its end (or of the text's). */
type Script = { opens: number; closes: number; lines: string[] }

const fence = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)/
const fenceEnd = /^ {0,3}(`{3,}|~{3,})[ \t]*$/

/**
 * A module's source as Markdown, and the text that the tree's places are in. What podcasts say is set apart first, and then
 * put back into the tree: it is no Markdown, and may be longer than Markdown is read quickly. Throws `source-invalid` for
 * text that is made to be slow to read.
 */
export function parseSource(text: string, name: string): { root: Root; text: string } {
  const scripts = scriptsIn(text)
  const outline = without(text, scripts)
  requireShallow(outline, name)
  const root = parseMarkdown(outline)
  const codes = scripts.map((script) => root.children.find((node) => isCodeOf(node, script)))
  for (const [index, code] of codes.entries())
    if (code?.type === 'code') code.value = scripts[index]?.lines.join('\n') ?? ''
  if (codes.every((code) => code !== undefined)) return { root, text: outline }
  // Inside something else, such as a list or HTML, a fence is not what it looks like, and may end elsewhere.
  requireShallow(text, name)
  return { root: parseMarkdown(text), text }
}

/** The fences of a text that are podcasts, unless they stand inside something that only Markdown's parser understands. */
function scriptsIn(text: string): Script[] {
  const scripts: Script[] = []
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', marks, info = ''] = fence.exec(lines[index] ?? '') ?? []
    if (marks === undefined) continue
    let close = index + 1
    while (close < lines.length && !closes(lines[close] ?? '', marks)) close += 1
    if (info.toLowerCase() === 'podcast')
      scripts.push({
        opens: index + 1,
        closes: Math.min(close + 1, lines.length),
        lines: lines
          .slice(index + 1, close)
          .map((line) => line.slice(Math.min(indent.length, line.search(/[^ ]|$/)))),
      })
    index = close
  }
  return scripts
}

function closes(line: string, marks: string): boolean {
  const [, end = ''] = fenceEnd.exec(line) ?? []
  return end.charAt(0) === marks.charAt(0) && end.length >= marks.length
}

function without(text: string, scripts: readonly Script[]): string {
  const lines = text.split('\n')
  for (const { opens, lines: said } of scripts) lines.fill('', opens, opens + said.length)
  return lines.join('\n')
}

function isCodeOf(node: Root['children'][number], { opens, closes }: Script): node is Code {
  const { start, end } = node.position ?? {}
  return node.type === 'code' && start?.line === opens && end?.line === closes
}
