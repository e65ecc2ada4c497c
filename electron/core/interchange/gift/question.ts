import { type Choice, choiceIds } from '../../../../shared/model/questions/base.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import type { GiftAnswer, GiftAnswers } from './answers.ts'
import type { GiftSettings } from './comments.ts'
import { GiftProblem, type GiftQuestion, type GiftText } from './parse.ts'
import type { GiftReading } from './read.ts'
import { readGiftInline, readGiftText, type TextContext } from './text.ts'
import { trueFalseWords } from './true-false.ts'

type Parts = {
  id: string
  parsed: GiftQuestion
  answers: Extract<GiftAnswers, { kind: 'choices' | 'true-false' }>
  settings: GiftSettings
}

/** A question record from what was parsed. Throws GiftProblem for what no question can hold. */
export function buildQuestion({ id, parsed, answers, settings }: Parts, reading: GiftReading): Question {
  const context: TextContext = { ...reading, format: parsed.stem.format ?? 'moodle' }
  const isTrueFalse = answers.kind === 'true-false'
  const choices = isTrueFalse
    ? trueFalseChoices(answers, reading.language, context)
    : answers.answers.map((answer, index) =>
        choiceOf(answer, idOf(settings, index, answers.answers.length), context),
      )
  if (parsed.title.length > 300)
    reading.notes.changed(
      reading.line,
      parsed.title,
      'A title has at most 300 characters; the rest was left out.',
    )
  const base = {
    id,
    type: 'question' as const,
    title: parsed.title.slice(0, 300),
    stem: readGiftText(parsed.stem, context),
    points: settings.points,
    feedback: readGiftInline(parsed.general, 'feedback', context),
    choices,
    shuffle: settings.shuffle ?? !isTrueFalse,
  }
  const kind = settings.kind ?? (isTrueFalse ? 'single-choice' : kindOf(answers.answers))
  return kind === 'single-choice'
    ? { ...base, kind }
    : { ...base, kind, marking: settings.marking ?? 'per-choice' }
}

/**
 * Weights without a plain right answer mean that several are to be picked; so do several right answers that share the
 * credit. One `=` among weights is the full answer, and the weights are part credit.
 */
export function kindOf(answers: readonly Pick<GiftAnswer, 'isRight' | 'weight'>[]): Question['kind'] {
  const right = answers.filter(({ isRight }) => isRight)
  const isShared = right.length > 1 && right.every(({ weight }) => weight !== null && weight < 100)
  const isWeighted = right.length === 0 && answers.some(({ weight }) => weight !== null)
  return isShared || isWeighted ? 'multiple-response' : 'single-choice'
}

function choiceOf(answer: GiftAnswer, id: string, context: TextContext): Choice {
  return {
    id,
    text: readGiftInline(answer.text, 'a choice', context),
    credit: answer.weight ?? (answer.isRight ? 100 : 0),
    feedback: readGiftInline(answer.feedback, 'feedback', context),
  }
}

function idOf({ choices }: GiftSettings, index: number, count: number): string {
  const ids = choices?.length === count ? choices : choiceIds
  const id = ids[index]
  if (id === undefined)
    throw new GiftProblem(`It has ${count} answers, and a question has at most ${choiceIds.length}.`)
  return id
}

/** Whoever picks the wrong one of the two meets the first feedback, whoever picks the right one the second. */
function trueFalseChoices(
  { isTrue, whenWrong, whenRight }: Extract<GiftAnswers, { kind: 'true-false' }>,
  language: string,
  context: TextContext,
): Choice[] {
  return trueFalseWords(language).map((text, index) => {
    const isRight = (index === 0) === isTrue
    const feedback: GiftText | null = isRight ? whenRight : whenWrong
    return {
      id: choiceIds[index] ?? 'a',
      text: [{ type: 'text', text }],
      credit: isRight ? 100 : 0,
      feedback: readGiftInline(feedback, 'feedback', context),
    }
  })
}
