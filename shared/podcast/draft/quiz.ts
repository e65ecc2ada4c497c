import { rightResponses } from '../../activity/questions/index.ts'
import type { Question } from '../../model/questions/index.ts'
import { imageAssets } from '../../model/richtext/text.ts'
import { blockWords, joinWords } from './blocks.ts'
import { spokenInline } from './inline.ts'
import { capital, phrasesFor, sentence, withoutStop } from './phrases.ts'
import { speech, type Unit } from './unit.ts'

/** Seconds in which listeners find their own answer. */
const thinking = 2

/** Choices of more words than this are sentences of their own. */
const mostInOne = 30

/** A question as one is asked by ear: it, its choices, time to think, and the answer with why. */
export function questionUnits(question: Question, language: string): Unit[] {
  const stem = blockWords(question.stem, language)
  const choices = question.choices
    .map(({ id, text, feedback }) => ({ id, words: spokenInline(text), why: spokenInline(feedback) }))
    .filter(({ words }) => words !== '')
  const [right = []] = rightResponses(question)
  const chosen = choices.filter(({ id }) => right.includes(id))
  if (stem === '' || chosen.length === 0) return []
  const answers = chosen.map(({ words }) => words)
  const whys = [...chosen.map(({ why }) => why), spokenInline(question.feedback)].filter(Boolean)
  const answer = phrasesFor(language).answer(joinWords(answers, language, 'conjunction'))
  return [
    ...imageAssets(question.stem).map((asset) => ({ kind: 'picture' as const, asset })),
    speech(
      'asks',
      `${stem} ${choiceWords(
        choices.map(({ words }) => words),
        language,
      )}`,
      'question',
      [stem, ...choices.map(({ words }) => words)].join('\n'),
    ),
    { kind: 'pause', seconds: thinking },
    speech(
      'explains',
      [answer, ...whys].map((words) => sentence(words, language)).join(' '),
      'answer',
      [...answers, ...whys].join('\n'),
    ),
  ]
}

function choiceWords(choices: readonly string[], language: string): string {
  const isLong =
    choices.join(' ').split(' ').length > mostInOne ||
    choices.some((words) => /[.!?;:]\s/.test(withoutStop(words)))
  if (isLong) return choices.map((words) => sentence(capital(words), language)).join(' ')
  return `${joinWords(choices, language, 'disjunction')}?`
}
