import { type RichText } from '../../../../shared/model/richtext/schema.ts'
import { plainText } from '../../../../shared/model/richtext/text.ts'

/** Words a minute of silent reading, rounded down from the 238 of Brysbaert's meta-analysis (2019, non-fiction, English). */
const wordsPerMinute = 200

/** How many words a learner reads, in any script: as the platform separates words. */
export function countWords(richText: RichText, language: string): number {
  const words = plainText(richText.filter(({ type }) => type !== 'image'))
  let count = 0
  for (const { isWordLike } of segmenterFor(language).segment(words)) if (isWordLike) count += 1
  return count
}

/** How long reading takes, for people: `a few seconds`, `about 2 minutes`. */
export function readingTime(words: number): string {
  const minutes = words / wordsPerMinute
  if (minutes < 0.25) return 'a few seconds'
  const rounded = Math.round(minutes * 2) / 2
  return rounded === 1 ? 'about a minute' : rounded < 1 ? 'about half a minute' : `about ${rounded} minutes`
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
