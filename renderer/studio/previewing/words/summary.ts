import type { Known } from './known.ts'
import type { ModuleNames } from './names.ts'
import { listOf, percent } from './numbers.ts'

/** More questions than this are counted, not named. */
const mostNamed = 4

/** What the LMS knows, in one sentence. `lead` begins it: “The LMS now knows”. */
export function summaryOf(known: Known, names: ModuleNames, lead = 'The LMS now knows'): string {
  if (!known.isOpened && known.answers.length === 0) return `${lead}: nothing of this learner yet.`
  const parts = [answersInWords(known, names), scoreInWords(known, names), statusInWords(known)]
  return `${lead}: ${parts.filter(Boolean).join(', ')}.`
}

function answersInWords({ answers }: Known, names: ModuleNames): string {
  if (names.questionCount === 0 && answers.length === 0) return 'opened'
  const questions = [...new Set(answers.map(({ question }) => question))]
  if (questions.length === 0) return 'opened, nothing answered'
  if (questions.length === names.questionCount && questions.length > 1)
    return `all ${questions.length} questions answered`
  if (questions.length > mostNamed) return `${questions.length} of ${names.questionCount} questions answered`
  const numbers = questions.map(names.numberOf).filter((number) => number !== null)
  if (numbers.length < questions.length || numbers.length === 1)
    return `${listOf(questions.map(names.question))} answered`
  return `questions ${listOf(numbers.toSorted((one, other) => one - other).map(String))} answered`
}

function scoreInWords({ score }: Known, names: ModuleNames): string {
  if (score !== null) return percent(score)
  return names.questionCount > 0 ? 'no score yet' : ''
}

function statusInWords({ isFinished, success }: Known): string {
  if (success === 'passed') return isFinished ? 'finished and passed' : 'passed'
  if (success === 'failed') return isFinished ? 'finished, not passed' : 'not passed'
  return isFinished ? 'finished' : 'not finished'
}
