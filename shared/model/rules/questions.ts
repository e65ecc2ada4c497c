import type { Finding } from '../finding.ts'
import type { Choice } from '../questions/base.ts'
import type { Question } from '../questions/index.ts'
import { imageAssets, plainInline, plainText } from '../richtext/text.ts'
import { nameOfQuestion } from './names.ts'
import { finding, type Rule, type Subject } from './rule.ts'

/** A rule about each question: its message (`name` is what to call the question), or null when all is well. */
function eachQuestion(
  severity: Finding['severity'],
  rule: string,
  check: (question: Question, name: string) => string | null,
): Rule {
  return (subject: Subject) =>
    subject.questions.flatMap(({ question, step }) => {
      const message = check(question, nameOfQuestion(subject, question, step))
      return message ? [finding(subject, severity, rule, message, { step, record: question })] : []
    })
}

export const questionStemEmpty = eachQuestion('block', 'question-stem-empty', (question, name) =>
  plainText(question.stem).trim() || imageAssets(question.stem).length > 0
    ? null
    : `${name} asks nothing yet. Write the question.`,
)

export const questionWithoutChoice = eachQuestion('block', 'question-without-choice', (question, name) =>
  question.choices.length >= 2
    ? null
    : `${name} has ${question.choices.length === 1 ? 'only one choice' : 'no choices'}. Add choices until there are at least two.`,
)

export const choiceEmpty = eachQuestion('block', 'choice-empty', (question, name) => {
  const empty = question.choices.flatMap((choice, index) => (wordsOf(choice) ? [] : [index + 1]))
  if (empty.length === 0) return null
  return empty.length === 1
    ? `${name}: choice ${empty[0]} has no words. Write it, or delete the choice.`
    : `${name}: choices ${empty.join(', ')} have no words. Write them, or delete the choices.`
})

export const choicesAlike = eachQuestion('warn', 'choices-alike', (question, name) => {
  const words = question.choices.map(wordsOf).filter(Boolean)
  const double = words.find((one, index) => words.indexOf(one) !== index)
  return double ? `${name} offers “${double}” twice. Change or delete one of them.` : null
})

/** Whether full marks can be reached, by each kind's own marking. */
const isRightReachable: { [Kind in Question['kind']]: (question: Question) => boolean } = {
  'single-choice': ({ choices }) => choices.some(({ credit }) => credit === 100),
  'multiple-response': ({ choices }) => choices.some(({ credit }) => credit > 0),
}

export const questionWithoutRightChoice = eachQuestion(
  'block',
  'question-without-right-choice',
  (question, name) =>
    question.choices.length < 2 || isRightReachable[question.kind](question)
      ? null
      : `${name} has no right choice, so nobody can answer it. Mark the right one.`,
)

export const fullMarkOutOfReach = eachQuestion('warn', 'full-mark-out-of-reach', (question, name) => {
  if (question.kind !== 'multiple-response' || question.marking !== 'per-choice') return null
  const best = question.choices.reduce((sum, { credit }) => sum + Math.max(credit, 0), 0)
  return best === 0 || best >= 99.9
    ? null
    : `${name}: all right choices together earn ${Math.round(best)} %, so nobody gets full marks. Raise their credits to 100 % in all.`
})

const wordsOf = ({ text }: Choice) => plainInline(text).replace(/\s+/g, ' ').trim()
