import type { Interaction, Recorded } from '../types.ts'
import { decimal, identifier, timeOfDay, timespan } from './formats.ts'

/** An element of the data model and what to set it to. */
export type Value = [element: string, value: string]

export const scoreElement = 'cmi.core.score.raw'
export const statusElement = 'cmi.core.lesson_status'

/** How much a status says; a lower one never replaces a higher one. */
const ranks: Record<string, number> = { incomplete: 1, failed: 2, completed: 3, passed: 4 }

export function isHigherStatus(status: string, than: string): boolean {
  return (ranks[status] ?? 0) > (ranks[than] ?? 0)
}

/** What the LMS has already, from this visit or one before. */
export type Standing = { status: string; score: number | null }

/**
 * A state as values in the order in which they are set: the score before the status it belongs to. What would lower a
 * result the LMS has is left out, and so is a score while there is none.
 */
export function valuesOf({ packed, step, result }: Recorded, standing: Standing): Value[] {
  const values: Value[] = [
    ['cmi.suspend_data', packed],
    ['cmi.core.lesson_location', identifier(step ?? '')],
  ]
  if (result.score !== null && (standing.score === null || result.score > standing.score))
    values.push(
      ['cmi.core.score.min', '0'],
      ['cmi.core.score.max', '100'],
      [scoreElement, decimal(result.score)],
    )
  if (isHigherStatus(result.status, standing.status)) values.push([statusElement, result.status])
  return values
}

/** A checked question as the `place`th interaction; `fields` are those the LMS says it supports. */
export function interactionValues(
  interaction: Interaction,
  place: number,
  fields: readonly string[],
  now: Date,
): Value[] {
  const { question, type, response, right, isCorrect, points, seconds } = interaction
  const all: Value[] = [
    ['id', identifier(question)],
    ['type', type],
    ['time', timeOfDay(now)],
    ['weighting', decimal(points)],
    ['student_response', response.join(',')],
    ['result', isCorrect ? 'correct' : 'wrong'],
    ['latency', timespan(seconds)],
  ]
  const values = all.filter(([field]) => fields.includes(field))
  if (fields.includes('correct_responses'))
    right.forEach((pattern, index) => values.push([`correct_responses.${index}.pattern`, pattern.join(',')]))
  return values.map(([field, value]) => [`cmi.interactions.${place}.${field}`, value])
}
