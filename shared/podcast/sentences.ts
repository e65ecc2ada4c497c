/** Endings that `Intl.Segmenter` takes for a sentence's, in the languages that write them. */
const abbreviation =
  /(?:^|[\s(“"'])(?:\p{L}|e\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|bzw|ca|p\.\s?ex|Sr|Sra)\.\s*$/u

/** As much as an engine is given at once, in characters; longer sentences are parted at commas, then at spaces. */
const longest = 400

/** A line's sentences, with their marks of stress; each is spoken by itself. `language` is a BCP 47 tag. */
export function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = []
  for (const { segment } of segmenterOf(language).segment(text.replace(/\s+/g, ' ').trim())) {
    const last = sentences.at(-1)
    const isOpen = last !== undefined && (abbreviation.test(last) || count(last, '*') % 2 === 1)
    if (isOpen) sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences.flatMap(shortened).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}

const count = (text: string, letter: string) => text.split(letter).length - 1

function shortened(sentence: string): string[] {
  const text = sentence.trim()
  if (text.length <= longest) return [text]
  const within = text.slice(0, longest)
  const comma = Math.max(
    ...[', ', '; ', ': ', ' – '].map((mark) => within.lastIndexOf(mark) + mark.length - 1),
  )
  const end = comma > longest / 4 ? comma : within.lastIndexOf(' ')
  const cut = end > 0 ? end : longest
  return [text.slice(0, cut).trim(), ...shortened(text.slice(cut))]
}

/** The text as it is to be said: words of the dictionary in place of those they stand for, whole words in any case. */
export function pronounced(text: string, dictionary: Readonly<Record<string, string>>): string {
  return Object.entries(dictionary).reduce((said, [word, sound]) => {
    const wanted = word.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    if (wanted === '') return said
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'giu')
    return said.replace(whole, () => sound)
  }, text)
}
