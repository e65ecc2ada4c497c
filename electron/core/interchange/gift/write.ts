import { isDeepStrictEqual } from 'node:util'
import { childId, keyWithin } from '../../../../shared/ids.ts'
import { type Choice, choiceIds } from '../../../../shared/model/questions/base.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import type { InlineText, RichText } from '../../../../shared/model/richtext/schema.ts'
import { plainInline, plainText } from '../../../../shared/model/richtext/text.ts'
import { writeMarkdown } from '../markdown/write-text.ts'
import { noNotes } from '../report.ts'
import { escapeGift, escapeTitle } from './escape.ts'
import { kindOf } from './kinds/choices.ts'
import { readGift } from './read.ts'
import { trueFalseWords } from './kinds/true-false-words.ts'

export type GiftWriting = { stepId: string; language: string; pathOf: (asset: string) => string }

/** What is written as Markdown, and whether the short form of true or false is tried. */
type Style = { isStemMarkdown: boolean; arePartsMarkdown: boolean; isTrueFalse: boolean }

/** From the plainest form to the one that can say everything. */
const styles: Style[] = [
  { isStemMarkdown: false, arePartsMarkdown: false, isTrueFalse: true },
  { isStemMarkdown: false, arePartsMarkdown: false, isTrueFalse: false },
  { isStemMarkdown: false, arePartsMarkdown: true, isTrueFalse: true },
  { isStemMarkdown: false, arePartsMarkdown: true, isTrueFalse: false },
  { isStemMarkdown: true, arePartsMarkdown: true, isTrueFalse: true },
]
const careful: Style = { isStemMarkdown: true, arePartsMarkdown: true, isTrueFalse: false }

/** Questions as GIFT that reads as the same questions, each in the plainest form that does. */
export function writeGift(questions: readonly Question[], writing: GiftWriting): string {
  return questions.map((question) => writeQuestion(question, writing)).join('\n')
}

function writeQuestion(question: Question, writing: GiftWriting): string {
  for (const style of styles) {
    const text = format(question, style, writing)
    if (isReadAs(text, question, writing)) return text
  }
  return format(question, careful, writing)
}

function isReadAs(text: string, question: Question, { stepId, language, pathOf }: GiftWriting): boolean {
  const assets = new Map(
    question.stem.flatMap((block) =>
      block.type === 'image' ? [[pathOf(block.asset), block.asset] as const] : [],
    ),
  )
  const read = readGift(text, {
    line: 1,
    language,
    notes: noNotes,
    image: (path) => assets.get(path) ?? null,
    takeId: (key, exact) => exact ?? childId(stepId, key),
  })
  return isDeepStrictEqual(read, [question])
}

function format(question: Question, style: Style, writing: GiftWriting): string {
  const stem = style.isStemMarkdown ? `[markdown]${inMarkdown(question.stem, writing)}` : plain(question.stem)
  const title = question.title === '' ? '' : `::${escapeTitle(question.title)}::`
  const part = (text: InlineText) => writePart(text, style, writing)
  const feedback = (text: InlineText, sign = '#') => (text.length > 0 ? `${sign}${part(text)}` : '')
  const general = question.feedback.length > 0 ? `  ${feedback(question.feedback, '####')}\n` : ''
  const answers = style.isTrueFalse
    ? trueFalseAnswers(question, feedback)
    : question.choices.map(
        (choice) => `  ${sign(question, choice)}${part(choice.text)}${feedback(choice.feedback)}\n`,
      )
  return `${settingsOf(question, style, writing)}${title}${stem} {\n${answers.join('')}${general}}\n`
}

/**
 * `=` for what a single choice takes as right, `~` for what earns nothing; otherwise the credit in percent, which must also
 * be said before words that look like a credit.
 */
function sign({ kind }: Question, { credit, text }: Choice): string {
  const isPlain = kind === 'single-choice' && !plainInline(text).startsWith('%')
  if (isPlain && credit === 100) return '='
  return isPlain && credit === 0 ? '~' : `~%${credit}%`
}

function trueFalseAnswers(question: Question, feedback: (text: InlineText) => string): string[] {
  const [whenTrue, whenFalse] = question.choices
  if (!whenTrue || !whenFalse) return []
  const isTrue = whenTrue.credit === 100
  const [right, wrong] = isTrue ? [whenTrue, whenFalse] : [whenFalse, whenTrue]
  const first = wrong.feedback.length > 0 || right.feedback.length > 0 ? feedback(wrong.feedback) || '#' : ''
  return [`  ${isTrue ? 'TRUE' : 'FALSE'}${first}${feedback(right.feedback)}\n`]
}

/** The comment above a question: its id, and what differs from how it would be read without it. */
function settingsOf(question: Question, style: Style, { stepId, language }: GiftWriting): string {
  const key = keyWithin(stepId, question.id)
  const ids = question.choices.map(({ id }) => id)
  const isUsual = ids.every((id, index) => id === choiceIds[index])
  const isTrueFalse =
    style.isTrueFalse && question.choices[0] && isTrueFalseWord(question.choices[0].text, language)
  const answers = question.choices.map((choice) => {
    const written = sign(question, choice)
    return { isRight: written === '=', weight: written.startsWith('~%') ? choice.credit : null }
  })
  const isShort = answers.every(({ isRight }) => isRight)
  const settings = [
    `[id:${key}]`,
    question.id === childId(stepId, key) ? '' : `[record:${question.id}]`,
    isTrueFalse || (!isShort && kindOf(answers) === question.kind) ? '' : `[kind:${question.kind}]`,
    question.points === 1 ? '' : `[points:${question.points}]`,
    question.shuffle === !isTrueFalse ? '' : `[shuffle:${question.shuffle ? 'yes' : 'no'}]`,
    question.kind === 'multiple-response' && question.marking !== 'per-choice'
      ? `[marking:${question.marking}]`
      : '',
    isUsual ? '' : `[choices:${ids.join(',')}]`,
  ]
  return `// ${settings.filter(Boolean).join(' ')}\n`
}

const isTrueFalseWord = (text: InlineText, language: string) =>
  plainInline(text) === trueFalseWords(language)[0]

/** A choice or a feedback: in the stem's format without saying so, in another one with its name before it. */
function writePart(text: InlineText, style: Style, writing: GiftWriting): string {
  if (text.length === 0) return ''
  const blocks: RichText = [{ type: 'paragraph', children: text }]
  if (style.isStemMarkdown) return inMarkdown(blocks, writing)
  const isPlain = text.every((node) => node.type === 'text' && !node.marks)
  return style.arePartsMarkdown && !isPlain ? `[markdown]${inMarkdown(blocks, writing)}` : plain(blocks)
}

const plain = (text: RichText) => escapeGift(plainText(text))

const inMarkdown = (text: RichText, { pathOf }: GiftWriting) =>
  escapeGift(writeMarkdown(text, pathOf).replace(/\n$/, ''))
