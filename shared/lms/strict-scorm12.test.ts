import { describe, expect, it } from 'vitest'
import { type Scorm12Api, type ScormCall, strictScorm12 } from './strict-scorm12.ts'

/** A run-time that takes anything: what is refused, the strict layer refused. */
const agreeable: Scorm12Api = {
  LMSInitialize: () => 'true',
  LMSFinish: () => 'true',
  LMSGetValue: () => '',
  LMSSetValue: () => 'true',
  LMSCommit: () => 'true',
  LMSGetLastError: () => '0',
  LMSGetErrorString: () => '',
  LMSGetDiagnostic: () => '',
}

function start(inner = agreeable) {
  const calls: ScormCall[] = []
  const api = strictScorm12(inner, (call) => calls.push(call))
  api.LMSInitialize('')
  const set = (element: string, value: unknown) => {
    api.LMSSetValue(element, value as string)
    return Number(api.LMSGetLastError())
  }
  const get = (element: string) => {
    api.LMSGetValue(element)
    return Number(api.LMSGetLastError())
  }
  return { api, calls, set, get }
}

/** The table “Limits” of the LMS facts, and what stands around it in the specification. */
const limits: [element: string, value: unknown, error: number][] = [
  ['cmi.suspend_data', 'x'.repeat(4096), 0],
  ['cmi.suspend_data', 'x'.repeat(4097), 405],
  ['cmi.core.lesson_location', 'x'.repeat(255), 0],
  ['cmi.core.lesson_location', 'x'.repeat(256), 405],
  ['cmi.core.session_time', '0000:00:05.12', 0],
  ['cmi.core.session_time', '00:00:05', 0],
  ['cmi.core.session_time', '0:00:05', 405],
  ['cmi.core.session_time', '0000:00:05.123', 405],
  ['cmi.core.session_time', '00:60:00', 405],
  ['cmi.core.session_time', 'PT5S', 405],
  ['cmi.interactions.0.id', 'm.quiz.q1', 0],
  ['cmi.interactions.0.id', 'with space', 405],
  ['cmi.interactions.0.id', 'über', 405],
  ['cmi.interactions.0.id', '', 405],
  ['cmi.interactions.0.student_response', 'a'.repeat(255), 0],
  ['cmi.interactions.0.student_response', 'a'.repeat(256), 405],
  ['cmi.interactions.0.result', 'correct', 0],
  ['cmi.interactions.0.result', 'wrong', 0],
  ['cmi.interactions.0.result', '0.5', 0],
  ['cmi.interactions.0.result', 'incorrect', 405],
  ['cmi.interactions.0.type', 'choice', 0],
  ['cmi.interactions.0.type', 'long-fill-in', 405],
  ['cmi.interactions.0.time', '23:59:59.99', 0],
  ['cmi.interactions.0.time', '24:00:00', 405],
  ['cmi.interactions.0.weighting', '-100', 0],
  ['cmi.interactions.0.weighting', '101', 405],
  ['cmi.interactions.0.latency', '0000:01:00.5', 0],
  ['cmi.core.lesson_status', 'completed', 0],
  ['cmi.core.lesson_status', 'not attempted', 405],
  ['cmi.core.lesson_status', 'Passed', 405],
  ['cmi.core.score.raw', '100', 0],
  ['cmi.core.score.raw', '66.67', 0],
  ['cmi.core.score.raw', '101', 405],
  ['cmi.core.score.raw', '-1', 405],
  ['cmi.core.score.raw', 'abc', 405],
  ['cmi.core.score.raw', '1e1', 405],
  ['cmi.core.score.raw', '', 405],
  ['cmi.core.score.raw', 100, 405],
  ['cmi.core.exit', 'suspend', 0],
  ['cmi.core.exit', '', 0],
  ['cmi.core.exit', 'normal', 405],
  ['cmi.core.entry', 'resume', 403],
  ['cmi.core.student_id', 'x', 403],
  ['cmi.core._children', 'x', 402],
  ['cmi.interactions._count', '1', 402],
  ['cmi.completion_status', 'completed', 401],
  ['cmi.interactions.0.description', 'x', 401],
  ['cmi.interactions.1.id', 'second', 201],
  ['', 'x', 201],
]

describe('the strict SCORM 1.2 layer', () => {
  it.each(limits.map(([element, value, error]) => ({ element, value, error })))(
    'answers $error for $element',
    ({ element, value, error }) => {
      const { set, calls } = start()
      expect(set(element, value)).toBe(error)
      expect(calls.at(-1)).toMatchObject({ method: 'LMSSetValue', result: error === 0 ? 'true' : 'false' })
    },
  )

  it.each([
    ['choice', 'a', 0],
    ['choice', 'a,b,0', 0],
    ['choice', 'ab', 405],
    ['choice', 'A', 405],
    ['choice', 'a, b', 405],
    ['matching', 'a.1,b.2', 0],
    ['matching', 'a-1', 405],
    ['true-false', 't', 0],
    ['true-false', 'true', 405],
    ['numeric', '1.5', 0],
    ['numeric', '1,5', 405],
  ])('holds a response to its type: %s %s', (type, response, error) => {
    const typed = start()
    typed.set('cmi.interactions.0.type', type)
    expect(typed.set('cmi.interactions.0.student_response', response)).toBe(error)
    expect(typed.set('cmi.interactions.0.correct_responses.0.pattern', response)).toBe(error)
    const untyped = start()
    expect(untyped.set('cmi.interactions.0.student_response', response)).toBe(0)
    expect(untyped.set('cmi.interactions.0.type', type)).toBe(error)
  })

  it('lets nobody read what is write-only, or write what is not there', () => {
    const { get } = start()
    expect(get('cmi.interactions.0.id')).toBe(404)
    expect(get('cmi.core.session_time')).toBe(404)
    expect(get('cmi.core.exit')).toBe(404)
    expect(get('cmi.location')).toBe(401)
    expect(get('cmi.interactions._children')).toBe(0)
    expect(get('cmi.core.lesson_mode')).toBe(0)
  })

  it('takes calls only between initialize and finish, each once', () => {
    const calls: ScormCall[] = []
    const api = strictScorm12(agreeable, (call) => calls.push(call))
    const outcome = (result: string) => [result, api.LMSGetLastError()]
    expect(outcome(api.LMSSetValue('cmi.core.exit', ''))).toEqual(['false', '301'])
    expect(outcome(api.LMSCommit(''))).toEqual(['false', '301'])
    expect(outcome(api.LMSInitialize('x'))).toEqual(['false', '201'])
    expect(outcome(api.LMSInitialize(''))).toEqual(['true', '0'])
    expect(outcome(api.LMSInitialize(''))).toEqual(['false', '101'])
    expect(outcome(api.LMSFinish(''))).toEqual(['true', '0'])
    expect(outcome(api.LMSFinish(''))).toEqual(['false', '301'])
    expect(outcome(api.LMSGetValue('cmi.core.entry'))).toEqual(['', '301'])
    expect(calls).toHaveLength(8)
  })

  it('hands on what the real run-time finds wrong', () => {
    const { set } = start({ ...agreeable, LMSSetValue: () => 'false', LMSGetLastError: () => '405' })
    expect(set('cmi.core.lesson_status', 'completed')).toBe(405)
  })
})
