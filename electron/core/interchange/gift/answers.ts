import { indexOfUnescaped, trimGift } from './escape.ts'
import { formatted, GiftProblem, type GiftText } from './parse.ts'

/** One answer: `=` is right, `~` wrong; a weight in percent says how right. */
export type GiftAnswer = {
  isRight: boolean
  weight: number | null
  text: GiftText
  feedback: GiftText | null
}

export type GiftAnswers =
  | { kind: 'choices'; answers: GiftAnswer[] }
  | { kind: 'true-false'; isTrue: boolean; whenWrong: GiftText | null; whenRight: GiftText | null }
  | { kind: 'short-answer' | 'numerical' | 'matching' | 'essay' | 'description' }

/** What stands between the braces; `areChoices` when it is known that they are no pairs to match. Throws GiftProblem. */
export function parseAnswers(source: string, { areChoices = false } = {}): GiftAnswers {
  const text = trimGift(source)
  if (text === '') return { kind: 'essay' }
  if (text.startsWith('#')) return { kind: 'numerical' }
  const trueFalse = /^(T|TRUE|F|FALSE)\s*(?=#|$)/i.exec(text)
  if (trueFalse) return parseTrueFalse(trueFalse[1] ?? '', text.slice(trueFalse[0].length))
  const pieces = cutAnswers(text)
  if (pieces === null) return { kind: 'short-answer' }
  const isMatching =
    !areChoices && pieces.every((piece) => piece.startsWith('=') && indexOfUnescaped(piece, '->') >= 0)
  if (isMatching) return { kind: 'matching' }
  return { kind: 'choices', answers: pieces.map(parseAnswer) }
}

/** The feedback for a wrong answer comes first, the one for a right answer second. */
function parseTrueFalse(word: string, rest: string): GiftAnswers {
  const [, wrong, right, ...more] = cutAt(rest, '#')
  if (more.length > 0) throw new GiftProblem('A true-or-false question has at most two feedbacks.')
  const feedback = (text: string | undefined) => (text === undefined ? null : formatted(text))
  return {
    kind: 'true-false',
    isTrue: /^t/i.test(word),
    whenWrong: feedback(wrong),
    whenRight: feedback(right),
  }
}

/** Cuts before each unescaped `=` and `~` but those inside an HTML tag; null when the text has none. */
function cutAnswers(text: string): string[] | null {
  const starts: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\' && /[\\~=#{}:n]/.test(text.charAt(index + 1))) index += 1
    else if (text[index] === '~' || (text[index] === '=' && !isInTag(text, index, starts.at(-1) ?? 0)))
      starts.push(index)
  }
  if (starts.length === 0) return null
  if (text.slice(0, starts[0]).trim() !== '')
    throw new GiftProblem('Its first answer has no sign: answers start with = (right) or ~ (wrong).')
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

/**
 * Whether the `=` at `index` belongs to an attribute of a tag: `style="…"` is often left unescaped. It follows the attribute's
 * name at once, or stands in a quoted value; a sign after a blank begins an answer, though the one before it ends in “a <b”.
 */
function isInTag(text: string, index: number, from: number): boolean {
  const before = text.slice(Math.max(from, index - 500), index)
  const attributes = /(?<!\\)<[a-z][a-z0-9]*\s([^<>]*)$/i.exec(before)?.[1]
  if (attributes === undefined) return false
  const isQuoted = attributes.split('"').length % 2 === 0
  return isQuoted || /[\w:-]$/.test(attributes)
}

function parseAnswer(piece: string): GiftAnswer {
  const body = trimGift(piece.slice(1))
  const match = /^%\s*(-?\d+(?:[.,]\d+)?)\s*%/.exec(body)
  if (!match && body.startsWith('%') && /^%[^%\n]{0,20}%/.test(body))
    throw new GiftProblem('The weight of an answer is no number of percent, such as %50%.')
  const weight = match ? Number((match[1] ?? '').replace(',', '.')) : null
  if (weight !== null && Math.abs(weight) > 100)
    throw new GiftProblem(`An answer weighs ${weight} percent, and weights go from -100 to 100.`)
  const [text = '', ...feedback] = cutAt(match ? body.slice(match[0].length) : body, '#', 2)
  return {
    isRight: piece.startsWith('='),
    weight,
    text: formatted(text),
    feedback: feedback[0] === undefined ? null : formatted(feedback[0]),
  }
}

/** Cuts at unescaped signs, into at most `most` pieces. */
function cutAt(text: string, sign: string, most = Number.POSITIVE_INFINITY): string[] {
  const pieces: string[] = []
  let from = 0
  for (
    let at = indexOfUnescaped(text, sign);
    at >= 0 && pieces.length < most - 1;
    at = indexOfUnescaped(text, sign, from)
  ) {
    pieces.push(text.slice(from, at))
    from = at + sign.length
  }
  return [...pieces, text.slice(from)]
}
