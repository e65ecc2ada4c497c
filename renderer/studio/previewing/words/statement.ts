import type { ModuleNames } from './names.ts'
import { capital, clock, percent } from './numbers.ts'

/** What of an xAPI statement sentences are made of; whatever a module sent may lack any of it. */
export type StatementFacts = {
  verb: string
  object: string
  response: string
  isRight: boolean | null
  /** Percent. */
  score: number | null
  isComplete: boolean | null
  time: number | null
  from: number | null
  to: number | null
}

const video = 'https://w3id.org/xapi/video/extensions/'

/** Reads a statement without believing anything about it. */
export function readStatement(data: unknown): StatementFacts {
  const at = (...path: string[]) =>
    path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      data,
    )
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
  const flag = (value: unknown) => (typeof value === 'boolean' ? value : null)
  const scaled = number(at('result', 'score', 'scaled'))
  const place = (name: string) => number(at('result', 'extensions', video + name))
  return {
    verb: words(at('verb', 'id')).split('/').at(-1) ?? '',
    object: words(at('object', 'id')),
    response: words(at('result', 'response')),
    isRight: flag(at('result', 'success')),
    score: scaled === null ? null : scaled * 100,
    isComplete: flag(at('result', 'completion')),
    time: place('time'),
    from: place('time-from'),
    to: place('time-to'),
  }
}

/** A statement in plain words. */
export function statementInWords(data: unknown, names: ModuleNames): string {
  const { verb, object, response, isRight, score, time, from, to } = readStatement(data)
  const withScore = score === null ? '' : ` with ${percent(score)}`
  const at = (seconds: number | null) => (seconds === null ? '' : ` at ${clock(seconds)}`)
  switch (verb) {
    case 'initialized':
      return 'Says: opened'
    case 'terminated':
      return 'Says: left'
    case 'completed':
      return names.step(object) === object
        ? `Says: finished${withScore}`
        : `Video watched to the end: ${names.step(object)}`
    case 'passed':
    case 'failed':
      return `Says: ${verb}${withScore}`
    case 'answered':
      return answerInWords(names, object, response, isRight)
    case 'experienced':
      return `Step seen: ${names.step(object)}`
    case 'played':
      return `Video played${at(time)}: ${names.step(object)}`
    case 'paused':
      return `Video paused${at(time)}: ${names.step(object)}`
    case 'seeked':
      return `Video moved${from === null || to === null ? '' : ` from ${clock(from)} to ${clock(to)}`}: ${names.step(object)}`
    case 'progressed':
      return 'Says how far the learner is'
    default:
      return verb === '' ? 'Something that is not a statement' : `Says: ${verb}`
  }
}

/** “Question 2 answered: “Wait”, not right”. */
export function answerInWords(
  names: ModuleNames,
  question: string,
  response: string,
  isRight: boolean | null,
): string {
  const mark = isRight === null ? '' : isRight ? ', right' : ', not right'
  const said = response === '' ? '' : `: ${names.response(question, response)}`
  return `${capital(names.question(question))} answered${said}${mark}`
}
