import type { Heading } from 'mdast'
import { plainInline } from '../../../../shared/model/richtext/text.ts'
import { type MarkdownContext, lineOf } from '../markdown/context.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { readPhrases } from '../markdown/read-inline.ts'
import { stringifyMarkdown } from '../markdown/stringify.ts'
import { noNotes } from '../report.ts'
import { type Attributes, formatAttributes, splitAttributes } from './attributes.ts'

const longest = 300

export type StepHeading = { title: string; attributes: Attributes }

/** A step's heading: plain words, then attributes. Marks and pictures in it are reported; their words are kept. */
export function readHeading(node: Heading, context: MarkdownContext): StepHeading {
  const phrases = readPhrases(node.children, context)
  const line = lineOf(node, context)
  const isPlain = phrases.every((phrase) => phrase.type === 'text' && !phrase.marks)
  const words = plainInline(phrases.filter((phrase) => phrase.type !== 'image')).replace(/\n/g, ' ')
  const { title, attributes } = splitAttributes(words)
  if (!isPlain)
    context.notes.changed(
      line,
      title,
      'A title is plain words: marks, links and pictures in it were left out.',
    )
  if (title.length > longest)
    context.notes.changed(line, title, `A title has at most ${longest} characters; the rest was left out.`)
  return { title: title.slice(0, longest), attributes }
}

/** The heading's line, with its line end. */
export function writeHeading(
  title: string,
  id: string,
  values: readonly (readonly [string, string | null])[],
): string {
  const words = title.replace(/\s*[\r\n]+\s*/g, ' ')
  const attributes = formatAttributes(id, values).replace(/\s*[\r\n]+\s*/g, ' ')
  const write = (text: string, isCareful = false) =>
    stringifyMarkdown(
      [{ type: 'heading', depth: 2, children: text === '' ? [] : [{ type: 'text', value: text }] }],
      {
        isCareful,
      },
    )
  // Attributes look best as they are; where Markdown would read signs of theirs as its own, all is escaped.
  const tidy = `${write(words).trimEnd()} ${attributes}\n`
  const wanted = words === '' ? attributes : `${words} ${attributes}`
  return [tidy, write(wanted)].find((line) => headingWords(line) === wanted) ?? write(wanted, true)
}

function headingWords(source: string): string | null {
  const { children } = parseMarkdown(source)
  const [node] = children
  if (node?.type !== 'heading' || node.depth !== 2 || children.length > 1) return null
  const context = { source, lineOffset: 0, notes: noNotes, image: () => null, definitions: new Map() }
  const phrases = readPhrases(node.children, context)
  if (phrases.length !== 1 || phrases[0]?.type !== 'text' || phrases[0].marks) return null
  return phrases[0].text
}
