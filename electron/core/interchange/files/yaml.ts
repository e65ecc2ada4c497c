import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { Notes } from '../report.ts'

/** A YAML value with the line it stands on. Every scalar is its text: what it means is for the reader to say. */
export type YamlValue =
  | { kind: 'text'; text: string; line: number }
  | { kind: 'list'; items: YamlValue[]; line: number }
  | { kind: 'map'; entries: YamlEntry[]; line: number }
export type YamlEntry = { key: string; value: YamlValue; line: number }

/** What is wrong with a piece of YAML, and on which line. */
export class YamlProblem extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

const longest = 100_000
const deepest = 20

/**
 * The entries of a YAML map that starts on `line` of its file; nothing when the text is blank. Throws YamlProblem for what is no
 * YAML, no map, or uses what lets small text grow without end (anchors and aliases).
 */
export function readYamlMap(text: string, line: number): YamlEntry[] {
  if (text.length > longest) throw new YamlProblem(line, 'It is too long.')
  requireShallow(text, line)
  const lines = new LineCounter()
  const at = (offset: number) => line - 1 + lines.linePos(offset).line
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, logLevel: 'error' })
  const [problem] = document.errors
  if (problem) throw new YamlProblem(at(problem.pos[0]), sentence(problem.message))
  const root = document.contents
  if (root === null || (isScalar(root) && textOf(root).trim() === '')) return []
  const value = plain(root, at, 0)
  if (value.kind !== 'map') throw new YamlProblem(value.line, 'Settings are lines of the form “name: value”.')
  return value.entries
}

/** The same; of a map that cannot be read there are no entries, and `notes` hears what it was and what stands in for it. */
export function readYamlOrNote(
  text: string,
  line: number,
  notes: Notes,
  { what, instead }: { what: string; instead: string },
): YamlEntry[] {
  try {
    return readYamlMap(text, line)
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error
    notes.leftOut(error.line, what, `${error.message} ${instead}`)
    return []
  }
}

function plain(node: ParsedNode, at: (offset: number) => number, depth: number): YamlValue {
  const line = at(node.range[0])
  if (depth > deepest) throw new YamlProblem(line, 'It is nested too deeply.')
  if (isAlias(node) || node.anchor)
    throw new YamlProblem(line, 'Anchors and aliases (& and *) are not taken.')
  if (isMap(node))
    return {
      kind: 'map',
      line,
      entries: node.items.map(({ key, value }) => {
        const name = textOf(key)
        const keyLine = at(key.range[0])
        const inner: YamlValue =
          value === null ? { kind: 'text', text: '', line: keyLine } : plain(value, at, depth + 1)
        return { key: name, value: inner, line: keyLine }
      }),
    }
  if (isSeq(node))
    return { kind: 'list', line, items: node.items.map((item) => plain(item as ParsedNode, at, depth + 1)) }
  return { kind: 'text', line, text: textOf(node) }
}

/** A scalar's text: without a schema, values are text and nothing else. */
function textOf(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : ''
}

/** The parser calls itself for each level, so text made of brackets is refused before it is parsed. */
function requireShallow(text: string, line: number) {
  if (/(?:[[{][\s,]*){30}/.test(text) || /(?:[-?][ \t]+){30}/.test(text))
    throw new YamlProblem(line, 'It is nested too deeply.')
}

/** The parser's first line, without its own place. */
function sentence(message: string): string {
  const [first = ''] = message.split('\n')
  const words = first.replace(/ at line \d+, column \d+:?$/, '').trim()
  return /[.!?]$/.test(words) ? words : `${words}.`
}
