import { wordsFor } from '../../bundle/words.ts'
import type { Block, List, ListItem, RichText, Table } from '../../model/richtext/schema.ts'
import { oneLine } from '../clean.ts'
import { withoutStress } from '../stress.ts'
import { spokenInline } from './inline.ts'
import { capital, phrasesFor, sentence, withoutStop } from './phrases.ts'
import { speech, type SpeechUnit, type Unit } from './unit.ts'

/** Rich text as it is spoken. A section of a page (a heading of level 2) is a chapter. */
export function blockUnits(blocks: RichText, language: string): Unit[] {
  return blocks.flatMap((block) => unitsOf(block, language).filter(isSaid))
}

/** The same, as words alone: for a text that is one line. */
export function blockWords(blocks: RichText, language: string): string {
  return blockUnits(blocks, language)
    .flatMap((unit) => (unit.kind === 'speech' ? [unit.text] : []))
    .join(' ')
}

function isSaid(unit: Unit): boolean {
  if (unit.kind === 'speech') return unit.text !== ''
  return unit.kind !== 'chapter' || unit.title !== ''
}

function unitsOf(block: Block, language: string): Unit[] {
  const explain = (text: string, said = text): SpeechUnit =>
    speech('explains', sentence(text, language), block.type, said)
  switch (block.type) {
    case 'paragraph':
      return [explain(spokenInline(block.children))]
    case 'heading': {
      const title = spokenInline(block.children)
      const line = speech('asks', sentence(title, language), 'heading', title)
      return block.level === 2 ? [{ kind: 'chapter', title: withoutStress(title) }, line] : [line]
    }
    case 'quote': {
      const words = sentence(spokenInline(block.children), language)
      return words === '' ? [] : [explain(`“${words}”`)]
    }
    case 'callout': {
      const words = spokenInline(block.children)
      return words === '' ? [] : [explain(`${wordsFor(language)[block.tone]}: ${words}`)]
    }
    case 'image': {
      const alt = block.decorative ? '' : oneLine(block.alt)
      const said = alt === '' ? [] : [explain(phrasesFor(language).picture(alt), alt)]
      return [{ kind: 'picture', asset: block.asset }, ...said]
    }
    case 'list':
      return listUnits(block, language, explain)
    case 'table':
      return tableLines(block).map((line) => explain(line))
  }
}

/** An item of a few words is part of an enumeration, not a sentence. */
const fewWords = 5

function listUnits(
  list: List,
  language: string,
  explain: (text: string, said: string) => SpeechUnit,
): Unit[] {
  const items = list.items
    .map((item) => ({ words: itemWords(item, language), isSimple: !item.list }))
    .filter(({ words }) => words !== '')
  const isShort = items.every(({ words, isSimple }) => isSimple && words.split(' ').length <= fewWords)
  if (!list.ordered && isShort && items.length > 1) {
    const all = items.map(({ words }) => words)
    return [explain(capital(joinWords(all, language, 'conjunction')), all.join('\n'))]
  }
  return items.map(({ words }, place) =>
    explain(list.ordered ? phrasesFor(language).step(words, place, items.length) : capital(words), words),
  )
}

function itemWords(item: ListItem, language: string): string {
  const words = spokenInline(item.children)
  const inner = (item.list?.items ?? []).map((one) => itemWords(one, language)).filter(Boolean)
  if (inner.length === 0) return words
  const all = joinWords(inner, language, 'conjunction')
  return words === '' ? all : `${words.replace(/[.:]$/, '')}: ${all}`
}

/** “Price, timing, and fit”: the words between them, and signs, are the language's own. */
export function joinWords(
  words: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction',
): string {
  const { inside } = phrasesFor(language)
  const parts = words.map((part, index) => (index > 0 ? inside(withoutStop(part)) : withoutStop(part)))
  try {
    return new Intl.ListFormat(language, { type }).format(parts)
  } catch {
    // A tag may have the form of a language's and be none.
    return parts.join(', ')
  }
}

/** A line a row: its first cell, then each other cell after the title of its column. */
function tableLines({ rows }: Table): string[] {
  const [titles = [], ...more] = rows.map((row) => row.map(({ children }) => spokenInline(children)))
  if (more.length === 0) return [titles.filter(Boolean).join(', ')]
  return more.map(([first = '', ...cells]) => {
    const told = cells.flatMap((cell, index) =>
      cell === '' ? [] : [[titles[index + 1] ?? '', withoutStop(cell)].filter(Boolean).join(' ')],
    )
    return [withoutStop(first), told.join(', ')].filter(Boolean).join(': ')
  })
}
