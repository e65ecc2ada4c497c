import type { Inline, InlineText, RichText } from '../../../../shared/model/richtext/schema.ts'
import { looksLikeHtml, readHtml } from '../html/read-html.ts'
import { flattenBlocks } from '../markdown/flatten.ts'
import { joinTexts } from '../markdown/read-inline.ts'
import { readMarkdown } from '../markdown/read-text.ts'
import type { Notes } from '../report.ts'
import { trimGift, unescapeGift } from './escape.ts'
import type { GiftFormat, GiftText } from './parse.ts'

export type TextContext = {
  line: number
  notes: Notes
  image: (path: string, line: number) => string | null
  /** The format of parts that do not say theirs: the stem's. */
  format: GiftFormat
}

/** A part of a question as rich text, by its format. */
export function readGiftText(text: GiftText, context: TextContext): RichText {
  const format = text.format ?? context.format
  const { line, notes, image } = context
  if (format === 'markdown') return readMarkdown(unescapeGift(text.raw), { line, notes, image })
  // Line ends of the file only wrap long lines; those that are meant are written \n.
  const words = unescapeGift(trimGift(text.raw).replace(/[ \t]*\n[ \t]*/g, ' '))
  if (format === 'html' || (format === 'moodle' && looksLikeHtml(words)))
    return readHtml(words, { line, notes })
  return paragraphsOf(words)
}

/** The same for places that hold one run of text: choices and feedback. Pictures cannot stand there, and are reported. */
export function readGiftInline(text: GiftText | null, place: string, context: TextContext): InlineText {
  if (!text) return []
  const { words, images, isPlain } = flattenBlocks(readGiftText(text, context))
  if (images.length > 0)
    context.notes.leftOut(
      context.line,
      `a picture in ${place}`,
      'Pictures can stand in the question, not here.',
    )
  if (!isPlain)
    context.notes.changed(
      context.line,
      `a list, table or heading in ${place}`,
      'Its words were kept as plain lines.',
    )
  return joinTexts(words)
}

function paragraphsOf(words: string): RichText {
  return words
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .flatMap((line, index): Inline[] => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
        ]),
    )
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children }))
}
