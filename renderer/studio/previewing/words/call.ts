import type { PreviewCall } from '../../../../shared/bundle/preview-messages.ts'
import { elementInWords, formOf } from './elements.ts'
import type { ModuleNames } from './names.ts'
import { clock, count, percent, secondsOf } from './numbers.ts'
import { statementInWords } from './statement.ts'

/** One call in plain words: what the module did. */
export function callInWords(call: PreviewCall, names: ModuleNames): string {
  switch (call.source) {
    case 'visit':
      return visitInWords(call)
    case 'lrs':
      return requestInWords(call, names)
    default:
      return scormInWords(call, names)
  }
}

function visitInWords({ method }: PreviewCall): string {
  if (method === 'opened') return 'The learner opens the module'
  if (method === 'left') return 'The learner leaves the module'
  return 'The tab is closed without a goodbye'
}

function scormInWords(call: PreviewCall, names: ModuleNames): string {
  const { element, value } = call
  const method = call.method.replace(/^LMS/, '')
  switch (method) {
    case 'Initialize':
      return 'Says hello to the LMS'
    case 'Finish':
    case 'Terminate':
      return 'Says goodbye to the LMS'
    case 'Commit':
      return call.error === '0' ? 'Has the LMS save everything' : 'Asks the LMS to save everything'
    case 'GetValue':
      return `Asks for: ${lower(elementInWords(element) ?? element)}`
    default:
      return setInWords(element, value, names)
  }
}

const statuses: Record<string, string> = {
  incomplete: 'not finished',
  completed: 'finished',
  passed: 'passed',
  failed: 'not passed',
  browsed: 'looked at',
}

function setInWords(element: string, value: string, names: ModuleNames): string {
  const time = secondsOf(value)
  switch (formOf(element)) {
    case 'cmi.suspend_data':
      return `Hands over what it needs for going on: ${count(value.length)} characters`
    case 'cmi.core.lesson_location':
    case 'cmi.location':
      return value === ''
        ? 'Says where the learner is: the results'
        : `Says where the learner is: ${names.step(value)}`
    case 'cmi.core.lesson_status':
    case 'cmi.completion_status':
    case 'cmi.success_status':
      return `Says: ${statuses[value] ?? value}`
    case 'cmi.core.score.raw':
    case 'cmi.score.raw':
      return `Says the score: ${percent(Number(value))}`
    case 'cmi.score.scaled':
      return `Says the score: ${percent(Number(value) * 100)}`
    case 'cmi.progress_measure':
      return `Says how far the learner is: ${percent(Number(value) * 100)}`
    case 'cmi.core.exit':
    case 'cmi.exit':
      return value === 'suspend'
        ? 'Asks the LMS to keep everything for the next visit'
        : `Says how the visit ends: ${value === '' ? 'as usual' : value}`
    case 'cmi.core.session_time':
    case 'cmi.session_time':
      return `Says how long the visit is: ${time === null ? value : clock(time)}`
    default:
      return `${elementInWords(element) ?? element}: ${short(value)}`
  }
}

function requestInWords({ method, element, value }: PreviewCall, names: ModuleNames): string {
  const [verb = '', path = ''] = method.split(' ')
  if (path === 'statements' && verb !== 'GET') return statementInWords(parsed(value), names)
  if (path === 'statements') return 'Asks what was said before'
  if (path === 'fetch') return 'Asks for its key to the record store'
  if (element === 'LMS.LaunchData') return 'Asks how it was launched'
  if (element === 'cmi5LearnerPreferences') return 'Asks for the learner’s preferences'
  if (path === 'activities/state')
    return verb === 'GET'
      ? 'Asks for what it kept for going on'
      : `Hands over what it needs for going on: ${count(value.length)} characters`
  return `${verb === 'GET' ? 'Asks for' : 'Hands over'}: ${element || path}`
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Longer values are cut in a line of words; the raw call has all of them. */
function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
