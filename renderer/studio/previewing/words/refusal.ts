import type { PreviewCall } from '../../../../shared/bundle/preview-messages.ts'
import { formOf } from './elements.ts'
import { count } from './numbers.ts'

/** The longest values there may be, in characters, and what they are the length of. */
const lengths: Record<PreviewCall['source'], Record<string, { limit: number; what: string }>> = {
  scorm12: {
    'cmi.suspend_data': { limit: 4096, what: 'SCORM 1.2 keeps 4,096 characters for going on' },
    'cmi.core.lesson_location': { limit: 255, what: 'SCORM 1.2 keeps 255 characters of the place' },
    'cmi.interactions.n.student_response': { limit: 255, what: 'SCORM 1.2 takes answers of 255 characters' },
    'cmi.interactions.n.correct_responses.n.pattern': {
      limit: 255,
      what: 'SCORM 1.2 takes right answers of 255 characters',
    },
    'cmi.interactions.n.id': { limit: 255, what: 'SCORM 1.2 takes question ids of 255 characters' },
  },
  scorm2004: {
    'cmi.suspend_data': { limit: 64_000, what: 'SCORM 2004 keeps 64,000 characters for going on' },
    'cmi.location': { limit: 1000, what: 'SCORM 2004 keeps 1,000 characters of the place' },
    'cmi.interactions.n.description': {
      limit: 250,
      what: 'SCORM 2004 takes descriptions of 250 characters',
    },
    'cmi.interactions.n.id': { limit: 4000, what: 'SCORM 2004 takes question ids of 4,000 characters' },
  },
  lrs: {},
  visit: {},
}

const strict =
  'Moodle refuses it with its strict SCORM checks on, which is how it comes; some others cut it or look away.'
const everyLms = 'Every LMS refuses it.'

/** What a strict run-time means by its error numbers. */
const scorm12Errors: Record<string, string> = {
  '101': 'The LMS could not save. The module keeps what it has and tries again.',
  '201': `The place in the list or the argument is not allowed: lists are filled one after the other. ${everyLms}`,
  '301': `The visit was not open: nothing can be said before it begins or after it ends. ${everyLms}`,
  '391': 'The LMS could not save. The module keeps what it has and tries again.',
  '401': `SCORM 1.2 has no such value. ${everyLms}`,
  '402': `The name is one of the LMS’s own and cannot be set. ${everyLms}`,
  '403': `Only the LMS may set it. ${everyLms}`,
  '404': `It can be set but not read. ${everyLms}`,
  '405': `The value does not have the form SCORM 1.2 asks for. ${strict}`,
}
const scorm2004Errors: Record<string, string> = {
  '101': 'The LMS could not save. The module keeps what it has and tries again.',
  '103': `The visit is open already. ${everyLms}`,
  '112': `The visit was never opened. ${everyLms}`,
  '132': `Nothing can be said before the visit begins. ${everyLms}`,
  '133': `Nothing can be said after the visit ended. ${everyLms}`,
  '142': `Nothing can be saved before the visit begins. ${everyLms}`,
  '143': `Nothing can be saved after the visit ended. ${everyLms}`,
  '201': `The argument is not allowed. ${everyLms}`,
  '301': `Lists are filled one after the other; this place comes too early. ${everyLms}`,
  '351': `The same thing was said twice, or out of order. ${everyLms}`,
  '391': 'The LMS could not save. The module keeps what it has and tries again.',
  '401': `SCORM 2004 has no such value. ${everyLms}`,
  '404': `Only the LMS may set it. ${everyLms}`,
  '405': `It can be set but not read. ${everyLms}`,
  '406': `The value does not have the form SCORM 2004 asks for. ${strict}`,
  '407': `The number is outside its range. ${everyLms}`,
  '408': `Something else must be said first. ${everyLms}`,
}
const lrsErrors: Record<string, string> = {
  '400': 'Every LRS refuses it.',
  '401': 'The key to the record store is not valid in this visit.',
  '403': 'cmi5 asks every LMS to refuse it.',
  '409': 'xAPI asks every LRS to refuse it.',
  '412': 'Somebody else changed the document meanwhile.',
  '500': 'The module keeps what it has and tries again.',
  '503': 'The module keeps what it has and tries again.',
}

/** Whether the LMS refused; a SCORM 2004 value that was asked for before there is one is no refusal. */
export function isRefused({ source, method, error }: PreviewCall): boolean {
  return error !== '0' && !(source === 'scorm2004' && method === 'GetValue' && error === '403')
}

/** Why a call was refused: what the limit is, and who holds to it. Null when it was not. */
export function whyRefused(call: PreviewCall): string | null {
  if (!isRefused(call)) return null
  const { source, element, value, result, error } = call
  if (source === 'lrs') {
    const reason = result.replace(/^\d+ ?/, '')
    return [reason, lrsErrors[error] ?? `The record store answered ${error}.`].filter(Boolean).join(' ')
  }
  const length = lengths[source][formOf(element)]
  if (length && value.length > length.limit)
    return `${length.what}; these are ${count(value.length)}. ${strict}`
  const errors = source === 'scorm2004' ? scorm2004Errors : scorm12Errors
  return errors[error] ?? `The LMS answered error ${error}.`
}
