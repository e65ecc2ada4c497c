import { oneLine } from '../clean.ts'

/** The few words that a draft adds to the author's own. */
export type Phrases = {
  welcome: (title: string) => string
  /** Leads from one step to the next. */
  next: (title: string) => string
  /** An item of a list whose order matters; `place` counts from 0. */
  step: (item: string, place: number, count: number) => string
  picture: (alt: string) => string
  answer: (words: string) => string
  /** How words look in the middle of a sentence. */
  inside: (words: string) => string
}

const english: Phrases = {
  welcome: (title) => `Welcome to “${title}”.`,
  next: (title) => `Next: ${title}`,
  step: (item, place, count) => `${orderWord(place, count, ['First', 'Then', 'Finally'])}, ${lower(item)}`,
  // Whole sentences do not go on from “shows”.
  picture: (alt) => (/[.!?]$/.test(alt) ? `In the picture: ${alt}` : `The picture shows ${lower(alt)}`),
  answer: (words) => `The answer: ${words}`,
  inside: lower,
}

const german: Phrases = {
  welcome: (title) => `Willkommen zu „${title}“.`,
  next: (title) => `Weiter geht es mit: ${title}`,
  step: (item, place, count) => `${orderWord(place, count, ['Zuerst', 'Dann', 'Zum Schluss'])}: ${item}`,
  picture: (alt) => `Das Bild zeigt: ${alt}`,
  answer: (words) => `Die Antwort: ${words}`,
  inside: (words) => words,
}

/** Other languages: what the author wrote, in plain order. */
const plain: Phrases = {
  welcome: (title) => title,
  next: (title) => title,
  step: (item) => item,
  picture: (alt) => alt,
  answer: (words) => words,
  inside: (words) => words,
}

/** The phrases for a BCP 47 language tag. */
export function phrasesFor(language: string): Phrases {
  const [primary = ''] = language.toLowerCase().split('-')
  return primary === 'en' ? english : primary === 'de' ? german : plain
}

type OrderWords = readonly [first: string, then: string, last: string]

function orderWord(place: number, count: number, [first, then, last]: OrderWords): string {
  if (place === 0) return first
  return place === count - 1 && count > 2 ? last : then
}

/**
 * “Restate the value” becomes “restate the value”. What looks like a name stays: capitals inside the first word, or a second
 * word with a capital. A name of one word is taken for a common one; authors see the draft.
 */
function lower(words: string): string {
  const [first = '', second = ''] = words.split(' ')
  const isPlain = /^(?:\p{Lu}\p{Ll}*|A)[,;:]?$/u.test(first) && first !== 'I'
  return isPlain && !/^\p{Lu}/u.test(second) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** The words with a full stop where they end with no sign of their own, in the language's writing. */
export function sentence(words: string, language: string): string {
  const text = oneLine(words)
  if (text === '' || /[.!?…:;。！？；：؟۔।][*"'”’»«“)\]]*$/u.test(text)) return text
  return /^(?:zh|ja)\b/i.test(language) ? `${text}。` : `${text}.`
}

/** “your company’s chat” begins a sentence as “Your company’s chat”; addresses and names such as iPhone stay. */
export function capital(words: string): string {
  return /^\p{Ll}+(?=[\s,;:.!?]|$)/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/** Words as a part of a longer sentence: without the full stop at their end. */
export function withoutStop(words: string): string {
  return oneLine(words).replace(/(?<![.…])[.。]$/u, '')
}
