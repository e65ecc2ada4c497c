import { describe, expect, it } from 'vitest'
import { type Scorm2004Api, type Scorm2004Call, strictScorm2004 } from './strict-scorm2004.ts'

/** A run-time that takes anything: what is refused, the strict layer refused. */
const agreeable: Scorm2004Api = {
  Initialize: () => 'true',
  Terminate: () => 'true',
  GetValue: () => '',
  SetValue: () => 'true',
  Commit: () => 'true',
  GetLastError: () => '0',
  GetErrorString: () => '',
  GetDiagnostic: () => '',
}

function start(inner = agreeable) {
  const calls: Scorm2004Call[] = []
  const api = strictScorm2004(inner, (call) => calls.push(call))
  api.Initialize('')
  const set = (element: string, value: unknown) => {
    api.SetValue(element, value as string)
    return Number(api.GetLastError())
  }
  const get = (element: string) => {
    api.GetValue(element)
    return Number(api.GetLastError())
  }
  return { api, calls, set, get }
}

/** The table “Limits” of the LMS facts, and what stands around it in the specification. */
const limits: [element: string, value: unknown, error: number][] = [
  ['cmi.suspend_data', 'x'.repeat(64_000), 0],
  ['cmi.suspend_data', 'x'.repeat(64_001), 406],
  ['cmi.location', 'x'.repeat(1000), 0],
  ['cmi.location', 'x'.repeat(1001), 406],
  ['cmi.session_time', 'PT5.12S', 0],
  ['cmi.session_time', 'PT5.123S', 406],
  ['cmi.session_time', 'PT1H5M', 0],
  ['cmi.session_time', 'P', 406],
  ['cmi.session_time', 'PT', 406],
  ['cmi.session_time', '0000:00:05', 406],
  ['cmi.interactions.0.timestamp', '2026-11-25T15:00:00', 0],
  ['cmi.interactions.0.timestamp', '2026-11-25T15:00:00.00Z', 0],
  ['cmi.interactions.0.timestamp', '2026-11-25T15:00:00.1+02:00', 0],
  ['cmi.interactions.0.timestamp', '2026-11-25T15:00:00.123Z', 406],
  ['cmi.interactions.0.timestamp', '2026-13-25', 406],
  ['cmi.interactions.1.id', 'm.quiz.q1', 0],
  ['cmi.interactions.1.id', 'with space', 406],
  ['cmi.interactions.1.id', '', 406],
  ['cmi.interactions.1.id', 'x'.repeat(4001), 406],
  ['cmi.interactions.0.type', 'long-fill-in', 0],
  ['cmi.interactions.0.type', 'guess', 406],
  ['cmi.interactions.0.result', 'incorrect', 0],
  ['cmi.interactions.0.result', 'wrong', 406],
  ['cmi.interactions.0.result', '0.5', 0],
  ['cmi.interactions.0.weighting', '2', 0],
  ['cmi.interactions.0.weighting', 'two', 406],
  ['cmi.interactions.0.latency', 'PT12.34S', 0],
  ['cmi.interactions.0.latency', 'PT12.345S', 406],
  ['cmi.interactions.0.description', 'x'.repeat(250), 0],
  ['cmi.interactions.0.description', 'x'.repeat(251), 406],
  ['cmi.completion_status', 'completed', 0],
  ['cmi.completion_status', 'passed', 406],
  ['cmi.success_status', 'passed', 0],
  ['cmi.success_status', 'completed', 406],
  ['cmi.score.scaled', '0.8567', 0],
  ['cmi.score.scaled', '1.01', 407],
  ['cmi.score.scaled', '-1', 0],
  ['cmi.score.scaled', '1e-7', 406],
  ['cmi.score.raw', '100', 0],
  ['cmi.score.raw', 'abc', 406],
  ['cmi.score.raw', 100, 406],
  ['cmi.progress_measure', '0.5', 0],
  ['cmi.progress_measure', '1.1', 407],
  ['cmi.exit', 'suspend', 0],
  ['cmi.exit', 'normal', 0],
  ['cmi.exit', 'finish', 406],
  ['cmi.entry', 'resume', 404],
  ['cmi.learner_id', 'x', 404],
  ['cmi._version', 'x', 404],
  ['cmi.interactions._count', '1', 404],
  ['cmi.core.lesson_status', 'completed', 401],
  ['cmi.interactions.2.id', 'third before the second', 406],
  ['cmi.interactions.2.id', 'third', 351],
  ['', 'x', 351],
]

describe('the strict SCORM 2004 layer', () => {
  it.each(limits.map(([element, value, error]) => ({ element, value, error })))(
    'answers $error for $element',
    ({ element, value, error }) => {
      const { set, calls } = start()
      set('cmi.interactions.0.id', 'q0')
      expect(set(element, value)).toBe(error)
      expect(calls.at(-1)).toMatchObject({ method: 'SetValue', result: error === 0 ? 'true' : 'false' })
    },
  )

  it.each([
    ['choice', 'a', 0],
    ['choice', 'a[,]b', 0],
    ['choice', '', 0],
    ['choice', 'a,b', 406],
    ['choice', 'a b', 406],
    ['choice', 'a[,]a', 406],
    ['true-false', 'true', 0],
    ['true-false', 't', 406],
    ['fill-in', 'x'.repeat(250), 0],
    ['fill-in', `{lang=en}${'x'.repeat(250)}`, 0],
    ['fill-in', 'x'.repeat(251), 406],
    ['long-fill-in', 'x'.repeat(4000), 0],
    ['long-fill-in', 'x'.repeat(4001), 406],
    ['matching', 'a[.]1[,]b[.]2', 0],
    ['matching', 'a.1', 406],
    ['sequencing', 'a[,]b[,]a', 0],
    ['numeric', '1.5', 0],
    ['numeric', '1,5', 406],
    ['likert', 'agree', 0],
    ['likert', 'fully agree', 406],
    ['performance', 'step[.]done', 0],
    ['performance', 'done', 406],
    ['other', 'anything at all', 0],
  ])('holds a response to its type: %s %s', (type, response, error) => {
    const { set } = start()
    set('cmi.interactions.0.id', 'q0')
    set('cmi.interactions.0.type', type)
    expect(set('cmi.interactions.0.learner_response', response)).toBe(error)
    expect(set('cmi.interactions.0.correct_responses.0.pattern', response)).toBe(error)
  })

  it('takes right responses in a form of their own', () => {
    const { set } = start()
    set('cmi.interactions.0.id', 'q0')
    set('cmi.interactions.0.type', 'numeric')
    expect(set('cmi.interactions.0.correct_responses.0.pattern', '1[:]2.5')).toBe(0)
    expect(set('cmi.interactions.0.correct_responses.1.pattern', '7')).toBe(351)
  })

  it('wants the id before all else, and the type before responses', () => {
    const { set } = start()
    expect(set('cmi.interactions.0.type', 'choice')).toBe(408)
    expect(set('cmi.objectives.0.success_status', 'passed')).toBe(408)
    set('cmi.interactions.0.id', 'q0')
    expect(set('cmi.interactions.0.learner_response', 'a')).toBe(408)
    expect(set('cmi.interactions.0.correct_responses.0.pattern', 'a')).toBe(408)
    expect(set('cmi.interactions.0.weighting', '1')).toBe(0)
  })

  it('takes nothing twice that must be there once', () => {
    const { set } = start()
    set('cmi.interactions.0.id', 'q0')
    set('cmi.interactions.0.type', 'choice')
    expect(set('cmi.interactions.0.correct_responses.0.pattern', 'a[,]b')).toBe(0)
    expect(set('cmi.interactions.0.correct_responses.1.pattern', 'a[,]b')).toBe(351)
    expect(set('cmi.interactions.0.correct_responses.1.pattern', 'c')).toBe(0)
    expect(set('cmi.interactions.0.objectives.0.id', 'o1')).toBe(0)
    expect(set('cmi.interactions.0.objectives.1.id', 'o1')).toBe(351)
    expect(set('cmi.objectives.0.id', 'o1')).toBe(0)
    expect(set('cmi.objectives.0.id', 'o1')).toBe(0)
    expect(set('cmi.objectives.0.id', 'o9')).toBe(351)
    expect(set('cmi.objectives.1.id', 'o1')).toBe(351)
    expect(set('cmi.interactions.1.id', 'q0')).toBe(0)
  })

  it('knows what an earlier visit left in the real run-time', () => {
    const had: Record<string, string> = { 'cmi.objectives._count': '1', 'cmi.objectives.0.id': 'o1' }
    const { set } = start({ ...agreeable, GetValue: (element) => had[element] ?? '' })
    expect(set('cmi.objectives.0.success_status', 'passed')).toBe(0)
    expect(set('cmi.objectives.1.id', 'o1')).toBe(351)
    expect(set('cmi.objectives.1.id', 'o2')).toBe(0)
  })

  it('says 403 for what has no value yet, and lets nobody read what is write-only or not there', () => {
    const { get, set } = start()
    expect(get('cmi.suspend_data')).toBe(403)
    set('cmi.suspend_data', '')
    expect(get('cmi.suspend_data')).toBe(0)
    expect(get('cmi.exit')).toBe(405)
    expect(get('cmi.session_time')).toBe(405)
    expect(get('cmi.core.entry')).toBe(401)
  })

  it('takes calls only between initialize and terminate, each once', () => {
    const calls: Scorm2004Call[] = []
    const api = strictScorm2004(agreeable, (call) => calls.push(call))
    const outcome = (result: string) => [result, api.GetLastError()]
    expect(outcome(api.SetValue('cmi.exit', ''))).toEqual(['false', '132'])
    expect(outcome(api.GetValue('cmi.entry'))).toEqual(['', '122'])
    expect(outcome(api.Commit(''))).toEqual(['false', '142'])
    expect(outcome(api.Terminate(''))).toEqual(['false', '112'])
    expect(outcome(api.Initialize('x'))).toEqual(['false', '201'])
    expect(outcome(api.Initialize(''))).toEqual(['true', '0'])
    expect(outcome(api.Initialize(''))).toEqual(['false', '103'])
    expect(outcome(api.Terminate(''))).toEqual(['true', '0'])
    expect(outcome(api.Terminate(''))).toEqual(['false', '113'])
    expect(outcome(api.SetValue('cmi.exit', ''))).toEqual(['false', '133'])
    expect(outcome(api.Initialize(''))).toEqual(['false', '104'])
    expect(calls).toHaveLength(11)
  })

  it('hands on what the real run-time finds wrong', () => {
    const { set } = start({ ...agreeable, SetValue: () => 'false', GetLastError: () => '406' })
    expect(set('cmi.completion_status', 'completed')).toBe(406)
  })
})
