import { packNumber, unpackNumber } from '../suspend/base64.ts'
import type { QuestionResponse } from './types.ts'

/** As much of a choice as marking needs: records and bundles both have it. */
export type MarkableChoice = { id: string; credit: number }

export type MarkableChoices = { choices: readonly MarkableChoice[]; points: number }

/** Credits are percents that authors round: three times 33.33 is full marks. */
export const fullCredit = 99.9

/** The ids a choice can have, in the order in which they take a bit of a packed response: 36, well within a number. */
const idsInOrder = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function creditsOf(question: MarkableChoices, response: QuestionResponse): number[] {
  return question.choices.filter(({ id }) => response.includes(id)).map(({ credit }) => credit)
}

export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const left = new Set(one)
  const right = new Set(other)
  return left.size === right.size && [...left].every((word) => right.has(word))
}

export function keepKnownChoices(question: MarkableChoices, response: QuestionResponse): string[] {
  return question.choices.map(({ id }) => id).filter((id) => response.includes(id))
}

/** One bit a choice, by its id and not its place: whatever an author adds or reorders, a packed response keeps its meaning. */
export function packChoices(response: QuestionResponse): string {
  const bits = response.reduce((sum, id) => sum + 2 ** idsInOrder.indexOf(id), 0)
  let width = 1
  while (64 ** width <= bits) width++
  return packNumber(bits, width)
}

export function unpackChoices(packed: string): string[] | null {
  const bits = packed.length > 6 ? null : unpackNumber(packed)
  return bits === null ? null : [...idsInOrder].filter((_, bit) => Math.floor(bits / 2 ** bit) % 2 === 1)
}

/** What all kinds of question with choices do alike. */
export const choiceActivity = {
  keepKnown: keepKnownChoices,
  pack: packChoices,
  unpack: unpackChoices,
  interactionType: 'choice' as const,
}
