import type { PreviewFormat } from '../../../../shared/bundle/preview-conditions.ts'
import { secondsOf } from './numbers.ts'
import { readStatement } from './statement.ts'

/** What an LMS knows of a learner, in whatever terms it was told. */
export type Known = {
  isOpened: boolean
  isFinished: boolean
  success: 'passed' | 'failed' | null
  /** Percent. */
  score: number | null
  /** In the order in which they were given. */
  answers: { question: string; response: string; isRight: boolean | null }[]
  /** Length of the visit, as told. */
  seconds: number | null
  /** Characters of the state kept for going on; null where that is not one value. */
  stateLength: number | null
}

type Values = Record<string, string>

/** What an LMS of this format knows, from its data model or its statements. */
export function readKnown(format: PreviewFormat, values: Values, statements: readonly unknown[]): Known {
  if (format === 'scorm12') return readScorm12(values)
  if (format === 'scorm2004') return readScorm2004(values)
  return readStatements(statements)
}

function readScorm12(values: Values): Known {
  const status = values['cmi.core.lesson_status'] ?? 'not attempted'
  return {
    isOpened: status !== 'not attempted',
    isFinished: status === 'passed' || status === 'completed' || status === 'failed',
    success: status === 'passed' || status === 'failed' ? status : null,
    score: numberOf(values['cmi.core.score.raw']),
    answers: interactionsOf(values, 'student_response'),
    seconds: secondsOf(values['cmi.core.session_time'] ?? ''),
    stateLength: values['cmi.suspend_data']?.length ?? 0,
  }
}

function readScorm2004(values: Values): Known {
  const completion = values['cmi.completion_status'] ?? 'unknown'
  const success = values['cmi.success_status']
  const scaled = numberOf(values['cmi.score.scaled'])
  return {
    isOpened: completion !== 'unknown' && completion !== 'not attempted',
    isFinished: completion === 'completed',
    success: success === 'passed' || success === 'failed' ? success : null,
    score: scaled === null ? numberOf(values['cmi.score.raw']) : scaled * 100,
    answers: interactionsOf(values, 'learner_response'),
    seconds: secondsOf(values['cmi.session_time'] ?? ''),
    stateLength: values['cmi.suspend_data']?.length ?? 0,
  }
}

function readStatements(statements: readonly unknown[]): Known {
  const known: Known = {
    isOpened: false,
    isFinished: false,
    success: null,
    score: null,
    answers: [],
    seconds: null,
    stateLength: null,
  }
  for (const statement of statements) {
    const { verb, object, response, isRight, score, isComplete } = readStatement(statement)
    if (verb === 'initialized' || verb === 'experienced') known.isOpened = true
    if (verb === 'completed' && isComplete !== false && !statementIsOfVideo(statement))
      known.isFinished = true
    if (verb === 'passed' || verb === 'failed') {
      known.success = verb
      known.score = score ?? known.score
    }
    if (verb === 'completed' && score !== null) known.score = score
    if (verb === 'answered') known.answers.push({ question: object, response, isRight })
  }
  return known
}

/** The video profile says `completed` of a recording, too. */
function statementIsOfVideo(statement: unknown): boolean {
  return JSON.stringify(statement).includes('https://w3id.org/xapi/video')
}

function interactionsOf(values: Values, responseField: string): Known['answers'] {
  const answers: Known['answers'] = []
  for (let index = 0; ; index += 1) {
    const of = (name: string) => values[`cmi.interactions.${index}.${name}`]
    const question = of('id')
    if (question === undefined) return answers
    const result = of('result')
    answers.push({
      question,
      response: of(responseField) ?? '',
      isRight: result === undefined || result === 'neutral' ? null : result === 'correct',
    })
  }
}

function numberOf(words: string | undefined): number | null {
  return words === undefined || words.trim() === '' || !Number.isFinite(Number(words)) ? null : Number(words)
}
