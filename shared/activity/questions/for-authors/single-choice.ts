import { fullCredit, packChoices } from '../choices.ts'
import type { MarkableSingleChoice } from '../single-choice.ts'
import { pointsInWords } from './points.ts'
import type { QuestionForAuthors } from './types.ts'

export const singleChoiceForAuthors: QuestionForAuthors<MarkableSingleChoice> = {
  markingInWords(question) {
    const { choices, points } = question
    if (points === 0) return 'Not counted: this question has 0 points.'
    const right = choices.filter(({ credit }) => credit >= fullCredit).length
    if (right === 0) return 'No choice is right yet: give one of them 100 % of the points.'
    const part = choices.filter(({ credit }) => credit > 0 && credit < fullCredit)
    const words = [
      right === 1
        ? `The right choice earns ${pointsInWords(points)}.`
        : `Any of the ${right} right choices earns ${pointsInWords(points)}.`,
    ]
    if (part.length > 0) {
      const earned = [...new Set(part.map(({ credit }) => pointsInWords((points * credit) / 100)))].join(
        ' or ',
      )
      words.push(
        part.length === 1
          ? `One other choice, partly right, earns ${earned}.`
          : `${part.length} other choices, partly right, earn ${earned}.`,
      )
    }
    if (choices.length > right + part.length) words.push('Every other choice earns nothing.')
    return words.join(' ')
  },
  longestResponse: ({ choices }) =>
    choices.reduce<string[]>((longest, { id }) => {
      const isLonger = longest.length === 0 || packChoices([id]).length > packChoices(longest).length
      return isLonger ? [id] : longest
    }, []),
}
