import { expect, test } from 'vitest'
import { readRecorded } from './recorded.ts'

test('an LMS that knows nothing yet says so in words', () => {
  expect(readRecorded({})).toEqual({ status: 'Not started', score: '–', time: '–', answers: [], kept: 0 })
})

test('answers are told in the order they were given', () => {
  const recorded = readRecorded({
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '80',
    'cmi.core.score.max': '100',
    'cmi.core.session_time': '00:01:12.00',
    'cmi.suspend_data': '1;abc',
    'cmi.interactions.0.id': 'm.check.q1',
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.student_response': 'a',
    'cmi.interactions.0.result': 'correct',
    'cmi.interactions.1.id': 'm.check.q2',
    'cmi.interactions.1.type': 'choice',
    'cmi.interactions.1.student_response': 'b,c',
    'cmi.interactions.1.result': 'wrong',
  })
  expect(recorded).toMatchObject({ status: 'Passed', score: '80 of 100', time: '1:12', kept: 5 })
  expect(recorded.answers).toEqual([
    { id: 'm.check.q1', kind: 'Choice', response: 'a', result: 'Right' },
    { id: 'm.check.q2', kind: 'Choice', response: 'b,c', result: 'Not right' },
  ])
})
