import type { Image } from '../../../../shared/model/richtext/schema.ts'
import type { MarkdownContext } from './context.ts'

/** The picture's title when its description is still to be written; a picture without description and title is decoration. */
export const undescribed = 'to be described'
/** The picture's title when it is decoration although it has a description. */
export const decorative = 'decorative'

type Picture = { url: string; title?: string | null; alt?: string | null }

/** A Markdown picture as a block, or null when its file cannot be had (then that has been reported). */
export function readImage(
  { url, title, alt }: Picture,
  line: number,
  context: MarkdownContext,
): Image | null {
  const asset = context.image(url, line)
  if (asset === null) return null
  if (title && title !== undescribed && title !== decorative)
    context.notes.changed(line, `the picture title “${title}”`, 'The picture was kept without its title.')
  const words = alt ?? ''
  return {
    type: 'image',
    asset,
    alt: words,
    decorative: title === decorative || (words === '' && title !== undescribed),
  }
}
