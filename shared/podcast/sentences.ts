import { oneLine } from './clean.ts'
import { stressedIn } from './stress.ts'

/** Endings that `Intl.Segmenter` takes for a sentence's, in the languages that write them. */
const abbreviation =
  /(?:^|[\s(“"'])(?:\p{L}|e\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|bzw|ca|p\.\s?ex|Sr|Sra)\.\s*$/u
/** As many characters of a sentence's end as are looked at for one: more than the longest has. */
const ending = 12

/** As much as an engine is given at once, in characters; longer sentences are parted at commas, then at spaces. */
const longest = 400

/**
 * A line's sentences, with their marks of stress and without control characters; each is spoken by itself. Stress that goes
 * over a place where a sentence is parted is marked on both sides. `language` is a BCP 47 tag.
 */
export function sentencesOf(text: string, language: string): string[] {
  const line = oneLine(text)
  const isStressed = stressedPlaces(line)
  const sentences: string[] = []
  const take = (start: number, end: number) => {
    const words = line.slice(start, end).trim()
    if (/[\p{L}\p{N}]/u.test(words))
      sentences.push(`${isStressed[start] ? '*' : ''}${words}${isStressed[end] ? '*' : ''}`)
  }
  let start = 0
  for (const end of endsOf(line, language)) {
    if (
      isStressed[end] ||
      (end < line.length && abbreviation.test(line.slice(Math.max(start, end - ending), end)))
    )
      continue
    while (line.slice(start, end).trim().length > longest) {
      const cut = cutAfter(line, start, isStressed)
      take(start, cut)
      start = cut
    }
    take(start, end)
    start = end
  }
  return sentences
}

/** Whether each place between two characters is inside marks of stress, by the number of characters before it. */
function stressedPlaces(line: string): Uint8Array {
  const places = new Uint8Array(line.length + 1)
  for (const { start, end } of stressedIn(line)) places.fill(1, start + 1, end)
  return places
}

function endsOf(line: string, language: string): number[] {
  return Array.from(segmenterOf(language).segment(line), ({ index, segment }) => index + segment.length)
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}

function cutAfter(line: string, start: number, isStressed: Uint8Array): number {
  const within = line.slice(start, start + longest)
  const comma = Math.max(
    ...[', ', '; ', ': ', ' – '].map((mark) => within.lastIndexOf(mark) + mark.length - 1),
  )
  const blank = comma > longest / 4 ? comma : within.lastIndexOf(' ')
  if (blank > 0) return start + blank
  const cut = start + (/[\ud800-\udbff]$/.test(within) ? longest - 1 : longest)
  // Beside a mark of stress there is nothing to be stressed.
  if (isStressed[cut] && line[cut - 1] === '*') return cut - 1
  return isStressed[cut] && line[cut] === '*' ? cut + 1 : cut
}

/** The text as it is to be said: words of the dictionary in place of those they stand for, whole words in any case. */
export function pronounced(text: string, dictionary: Readonly<Record<string, string>>): string {
  const sounds = new Map(
    Object.entries(dictionary).map(([word, sound]) => [word.trim().toLowerCase(), sound]),
  )
  sounds.delete('')
  if (sounds.size === 0) return text
  // The longest first, so that “C++” is not said as “C”; all at once, so that no sound is taken for a word.
  const words = [...sounds.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu')
  return text.replace(whole, (word) => sounds.get(word.toLowerCase()) ?? word)
}
