import { IS_BOLD, IS_CODE, IS_ITALIC, IS_STRIKETHROUGH, type TextFormatType } from 'lexical'
import { type Mark, markNames } from '../../../../shared/model/richtext/schema.ts'

const flags: Record<Mark, number> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  code: IS_CODE,
  strike: IS_STRIKETHROUGH,
}

/** What Lexical calls each of our marks. */
export const formatOf: Record<Mark, TextFormatType> = {
  bold: 'bold',
  italic: 'italic',
  code: 'code',
  strike: 'strikethrough',
}

/** All of Lexical's format flags that are marks of ours. */
export const markFlags: number = markNames.reduce((sum, mark) => sum | flags[mark], 0)

export function flagsOf(marks: readonly Mark[] | undefined): number {
  return (marks ?? []).reduce((sum, mark) => sum | flags[mark], 0)
}

/** In the order of `markNames`. */
export function marksOf(format: number): Mark[] {
  return markNames.filter((mark) => (format & flags[mark]) !== 0)
}
