import { fullCredit } from '../choices.ts'
import { type MarkableMultipleResponse, rightChoices } from '../multiple-response.ts'
import { pointsInWords } from './points.ts'
import type { QuestionForAuthors } from './types.ts'

export const multipleResponseForAuthors: QuestionForAuthors<MarkableMultipleResponse> = {
  markingInWords(question) {
    const { choices, points, marking } = question
    if (points === 0) return 'Not counted: this question has 0 points.'
    const right = rightChoices(question)
    if (right.length === 0) return 'No choice is right yet: give the right ones credit above 0.'
    if (marking === 'all-or-nothing')
      return right.length === 1
        ? `Choosing the right choice and no other earns ${pointsInWords(points)}; anything else earns nothing.`
        : `Choosing all ${right.length} right choices and no other earns ${pointsInWords(points)}; anything else earns nothing.`
    const losing = choices.filter(({ credit }) => credit < 0).length
    const sum = choices.reduce((total, { credit }) => total + Math.max(0, credit), 0)
    const words = [
      right.length === 1
        ? `The right choice earns its share of ${pointsInWords(points)}.`
        : `Each of the ${right.length} right choices earns its share of ${pointsInWords(points)}.`,
      losing > 0
        ? `${losing === 1 ? 'A wrong choice takes' : 'Wrong choices take'} points away, never below 0.`
        : 'Wrong choices take nothing away.',
    ]
    if (sum < fullCredit)
      words.push(`The shares add up to ${Math.round(sum)} %, so full marks cannot be reached.`)
    return words.join(' ')
  },
  longestResponse: ({ choices }) => choices.map(({ id }) => id),
}
