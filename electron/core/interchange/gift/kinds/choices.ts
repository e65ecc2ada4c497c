import { type Choice, choiceIds } from '../../../../../shared/model/questions/base.ts'
import type { Question } from '../../../../../shared/model/questions/index.ts'
import type { GiftAnswer } from '../answers.ts'
import type { GiftSettings } from '../comments.ts'
import { GiftProblem } from '../parse.ts'
import { readGiftInline, type TextContext } from '../text.ts'
import { type Builder, questionBase, textContextOf } from './base.ts'

/** Single choice and multiple response. */
export const buildChoices: Builder<'choices'> = (parts, context) => {
  const { settings } = parts
  const { answers } = parts.answers
  const text = textContextOf(parts, context)
  const base = {
    ...questionBase(parts, text),
    choices: answers.map((answer, index) => choiceOf(answer, idOf(settings, index, answers.length), text)),
    shuffle: settings.shuffle ?? true,
  }
  const kind = settings.kind ?? kindOf(answers)
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
  const id = (choices?.length === count ? choices : choiceIds)[index]
  if (id === undefined)
    throw new GiftProblem(`It has ${count} answers, and a question has at most ${choiceIds.length}.`)
  return id
}
