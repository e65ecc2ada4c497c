import type { PhrasingContent } from 'mdast'
import type { Block, Inline } from '../../../../shared/model/richtext/schema.ts'
import type { MarkdownContext } from './context.ts'
import { readPhrases } from './read-inline.ts'
import { trimInline } from './trim.ts'

/** For places that hold words alone: pictures follow as blocks, and that is reported. */
export function wordsAndImages(
  children: readonly PhrasingContent[],
  line: number,
  place: string,
  context: MarkdownContext,
): { words: Inline[]; images: Block[] } {
  const phrases = readPhrases(children, context)
  const images = phrases.filter((phrase) => phrase.type === 'image')
  if (images.length === 0) return { words: phrases as Inline[], images: [] }
  context.notes.changed(line, `a picture inside ${place}`, `The picture now follows ${place}.`)
  return { words: trimInline(phrases.filter((phrase) => phrase.type !== 'image')), images }
}
