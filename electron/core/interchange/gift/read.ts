import { keyOf, asKey } from '../module-source/ids.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import { type Notes, shorten } from '../report.ts'
import { type GiftAnswers, parseAnswers } from './answers.ts'
import { cutBlocks, type GiftBlock } from './blocks.ts'
import { type GiftSettings, readSettings } from './comments.ts'
import { cutCrowded, GiftProblem, type GiftQuestion, parseGift } from './parse.ts'
import { buildQuestion, missingKind } from './kinds/index.ts'

export type GiftReading = {
  /** The file's line that the text starts on. */
  line: number
  /** For the words of true-or-false questions. */
  language: string
  notes: Notes
  image: (path: string, line: number) => string | null
  /** Gives out a question's id from the key wanted, or the whole id when it came from elsewhere. */
  takeId: (key: string, exact?: string) => string
}

/** The questions of a GIFT text. Each is taken or reported; one that cannot be read does not cost the others. */
export function readGift(text: string, reading: GiftReading): Question[] {
  const { notes } = reading
  const blocks = cutBlocks(text, reading.line, notes).flatMap((block) => uncrowd(block, notes))
  return blocks.flatMap((block, index) => {
    try {
      return readBlock(block, index, reading)
    } catch (error) {
      if (!(error instanceof GiftProblem)) throw error
      notes.leftOut(block.line, block.text, `The question was left out. ${error.message}`)
      return []
    }
  })
}

function uncrowd(block: GiftBlock, notes: Notes): GiftBlock[] {
  const pieces = cutCrowded(block.text)
  if (pieces.length > 1)
    notes.changed(
      block.line,
      `${pieces.length} questions without blank lines between them`,
      'They were taken one by one.',
    )
  let line = block.line
  return pieces.map((text, index) => {
    const piece = { text, line, comments: index === 0 ? block.comments : [] }
    line += text.split('\n').length
    return piece
  })
}

function readBlock(block: GiftBlock, index: number, reading: GiftReading): Question[] {
  const { line } = block
  const { notes } = reading
  const parsed = parseGift(block.text)
  const settings = readSettings(block.comments, notes)
  const answers = answersOf(parsed, settings)
  const missing = missingKind(answers)
  if (missing) {
    notes.leftOut(
      line,
      block.text,
      `${missing} was left out: the studio has single choice, multiple response and true or false so far.`,
    )
    return []
  }
  for (const { found, message } of parsed.repairs) notes.changed(line, found, message)
  const id = reading.takeId(keyFor(parsed, settings, index, line, notes), settings.record ?? undefined)
  return [buildQuestion({ id, parsed, answers, settings }, { ...reading, line })]
}

/** What kind of answers these are; a set of right answers alone is a short answer, unless a comment says otherwise. */
function answersOf(parsed: GiftQuestion, settings: GiftSettings): GiftAnswers {
  if (parsed.answers === null) return { kind: 'description' }
  const answers = parseAnswers(parsed.answers, { areChoices: settings.kind !== null })
  if (answers.kind === 'essay' && settings.kind) return { kind: 'choices', answers: [] }
  const isShort = answers.kind === 'choices' && answers.answers.every(({ isRight }) => isRight)
  return isShort && !settings.kind ? { kind: 'short-answer' } : answers
}

function keyFor(
  parsed: GiftQuestion,
  settings: GiftSettings,
  index: number,
  line: number,
  notes: Notes,
): string {
  const numbered = `q${index + 1}`
  if (settings.id === null) return keyOf(parsed.title, numbered)
  const key = asKey(settings.id)
  if (key === null)
    notes.changed(
      line,
      `[id:${settings.id}]`,
      `It has signs that ids do not have; “${shorten(keyOf(settings.id, numbered))}” stands for it.`,
    )
  return key ?? keyOf(settings.id, numbered)
}
