import { indexOfUnescaped, trimGift, unescapeGift } from './escape.ts'

/** Text with the format it says it is in; null when it does not say. */
export type GiftText = { format: GiftFormat | null; raw: string }
export type GiftFormat = 'html' | 'markdown' | 'moodle' | 'plain'

export type GiftQuestion = {
  title: string
  stem: GiftText
  /** Between the braces, or null when there are none. */
  answers: string | null
  general: GiftText | null
  /** What was put right on the way, as findings. */
  repairs: { found: string; message: string }[]
}

/** Why a question cannot be read, as a sentence. */
export class GiftProblem extends Error {}

/** Takes one question apart into title, stem and answers. Throws GiftProblem. */
export function parseGift(block: string): GiftQuestion {
  const repairs: GiftQuestion['repairs'] = []
  const { title, rest } = takeTitle(trimGift(block))
  const open = indexOfUnescaped(rest, '{')
  if (open < 0) return { title, stem: formatted(rest), answers: null, general: null, repairs }
  const close = closingBrace(rest, open)
  if (close < 0) throw new GiftProblem('Its answers have no end: a closing brace } is missing.')
  const inside = rest.slice(open + 1, close)
  const split = indexOfUnescaped(inside, '####')
  let general = split < 0 ? null : formatted(inside.slice(split + 4))
  let after = trimGift(rest.slice(close + 1))
  if (after.startsWith('####')) {
    general = formatted(after.slice(4))
    after = ''
    repairs.push({
      found: 'feedback after the closing brace',
      message: 'It was taken as the feedback of the whole question, as if it stood inside.',
    })
  } else if (/^["';]+$/.test(after)) {
    repairs.push({ found: after, message: 'These signs after the closing brace were left out.' })
    after = ''
  } else if (after.startsWith('//')) after = ''
  if (indexOfUnescaped(after, '{') >= 0)
    throw new GiftProblem('Two questions stand together; put a blank line between them.')
  const before = trimGift(rest.slice(0, open))
  const stem = after === '' ? before : `${before} _____ ${after}`.replace(/_____ (?=[.,;:!?)])/, '_____')
  return {
    title,
    stem: formatted(stem),
    answers: split < 0 ? inside : inside.slice(0, split),
    general,
    repairs,
  }
}

/** Cuts a block that holds several questions, one after the other without a blank line, after each closing brace. */
export function cutCrowded(block: string): string[] {
  const open = indexOfUnescaped(block, '{')
  const close = open < 0 ? -1 : closingBrace(block, open)
  const lineEnd = close < 0 ? -1 : block.indexOf('\n', close)
  if (lineEnd < 0 || indexOfUnescaped(block, '{', close + 1) < lineEnd) return [block]
  return [block.slice(0, lineEnd), ...cutCrowded(block.slice(lineEnd + 1))]
}

function takeTitle(text: string): { title: string; rest: string } {
  if (!text.startsWith('::')) return { title: '', rest: text }
  const end = indexOfUnescaped(text, '::', 2)
  if (end < 0) throw new GiftProblem('Its title has no end: a second pair of colons :: is missing.')
  return { title: unescapeGift(trimGift(text.slice(2, end))), rest: trimGift(text.slice(end + 2)) }
}

/** The brace that closes the one at `open`; braces inside are counted, because formulas are often left unescaped. */
function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '\\' && /[\\~=#{}:n]/.test(text.charAt(index + 1))) index += 1
    else if (text[index] === '{') depth += 1
    else if (text[index] === '}') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return indexOfUnescaped(text, '}', open)
}

/** `[markdown]` and the like at the start of a text say what it is written in. */
export function formatted(text: string): GiftText {
  const match = /^\s*\[(html|markdown|moodle|plain)\]/.exec(text)
  if (!match) return { format: null, raw: trimGift(text) }
  return { format: match[1] as GiftFormat, raw: trimGift(text.slice(match[0].length)) }
}
