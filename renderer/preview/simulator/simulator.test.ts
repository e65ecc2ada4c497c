import { describe, expect, it } from 'vitest'
import { type PreviewConditions, usualConditions } from '../../../shared/bundle/preview-conditions.ts'
import type { Scorm12Api } from '../../../shared/lms/strict-scorm12.ts'
import type { Scorm2004Api } from '../../../shared/lms/strict-scorm2004.ts'
import type { Kept } from './kept.ts'
import { keptAt, keptOf } from './prepared.ts'
import { scorm12Lms } from './scorm12.ts'
import { scorm2004Lms } from './scorm2004.ts'
import type { Call, Visit } from './types.ts'

/** A learner's LMS: `visit` opens the module in it once more. */
function lms(mastery: number | null = null, kept: Kept = {}) {
  const state = { kept, conditions: usualConditions, calls: [] as Call[], blocked: 0 }
  const visit = (): Visit => ({
    kept: state.kept,
    mastery,
    conditions: () => state.conditions,
    onCall: (call) => state.calls.push(call),
    onKept: (all) => {
      state.kept = all
    },
    block: (milliseconds) => {
      state.blocked += milliseconds
    },
  })
  const under = (part: Partial<PreviewConditions>) => {
    state.conditions = { ...usualConditions, ...part }
  }
  const refused = () => state.calls.filter(({ error }) => error !== '0')
  return { state, under, refused, open12: () => opened12(visit()), open2004: () => opened2004(visit()) }
}

function opened12(visit: Visit): Scorm12Api {
  const api = scorm12Lms(visit)
  expect(api.LMSInitialize('')).toBe('true')
  return api
}

function opened2004(visit: Visit): Scorm2004Api {
  const api = scorm2004Lms(visit)
  expect(api.Initialize('')).toBe('true')
  return api
}

describe('the SCORM 1.2 LMS', () => {
  it('keeps what is committed, and nothing else, for the next visit', () => {
    const { state, open12, refused } = lms()
    const first = open12()
    expect(first.LMSGetValue('cmi.core.entry')).toBe('ab-initio')
    first.LMSSetValue('cmi.core.exit', 'suspend')
    first.LMSSetValue('cmi.suspend_data', 'one')
    first.LMSSetValue('cmi.interactions.0.id', 'm.q1')
    first.LMSCommit('')
    first.LMSSetValue('cmi.suspend_data', 'two')
    expect(state.kept).toMatchObject({ 'cmi.suspend_data': 'one', 'cmi.interactions.0.id': 'm.q1' })
    const second = open12()
    expect(second.LMSGetValue('cmi.core.entry')).toBe('resume')
    expect(second.LMSGetValue('cmi.suspend_data')).toBe('one')
    expect(second.LMSGetValue('cmi.interactions._count')).toBe('1')
    expect(refused()).toEqual([])
  })

  it('adds up the time of its visits, and judges by the mastery score when one ends', () => {
    const { state, open12 } = lms(80)
    for (const score of ['90', '70']) {
      const api = open12()
      api.LMSSetValue('cmi.core.score.raw', score)
      api.LMSSetValue('cmi.core.lesson_status', 'completed')
      api.LMSSetValue('cmi.core.session_time', '00:01:00')
      api.LMSSetValue('cmi.core.exit', 'suspend')
      api.LMSFinish('')
      expect(state.kept['cmi.core.lesson_status']).toBe(score === '90' ? 'passed' : 'failed')
    }
    expect(state.kept['cmi.core.total_time']).toMatch(/00:02:00/)
  })

  it('is strict or is not', () => {
    const { under, open12, refused } = lms()
    const long = 'x'.repeat(4097)
    open12().LMSSetValue('cmi.suspend_data', long)
    expect(refused()).toMatchObject([{ element: 'cmi.suspend_data', error: '405', source: 'scorm12' }])
    under({ isStrict: false })
    expect(open12().LMSSetValue('cmi.suspend_data', long)).toBe('true')
    expect(refused()).toHaveLength(1)
  })

  it.each([{ lms: 'refuses' }, { network: 'offline' }] as const)(
    'saves nothing under %o, and again after it',
    (fault) => {
      const { state, under, open12 } = lms()
      const api = open12()
      under(fault)
      api.LMSSetValue('cmi.suspend_data', 'one')
      expect([api.LMSCommit(''), api.LMSGetLastError()]).toEqual(['false', '101'])
      expect(state.kept).toEqual({})
      under({})
      expect([api.LMSCommit(''), api.LMSGetLastError()]).toEqual(['true', '0'])
      expect(state.kept['cmi.suspend_data']).toBe('one')
    },
  )

  it('keeps the page waiting when it is slow, and saves', () => {
    const { state, under, open12 } = lms()
    const api = open12()
    under({ lms: 'slow' })
    api.LMSSetValue('cmi.suspend_data', 'one')
    expect(api.LMSCommit('')).toBe('true')
    expect(state.blocked).toBe(1500)
    expect(state.kept['cmi.suspend_data']).toBe('one')
  })

  it('lends the module for review', () => {
    const { under, open12 } = lms()
    under({ lms: 'review' })
    const api = open12()
    expect(api.LMSGetValue('cmi.core.lesson_mode')).toBe('review')
    expect(api.LMSGetValue('cmi.core.credit')).toBe('no-credit')
  })
})

describe('the SCORM 2004 LMS', () => {
  it('keeps what is committed, as long as the visit was suspended', () => {
    const { state, open2004, refused } = lms(80)
    const first = open2004()
    expect(first.GetValue('cmi.entry')).toBe('ab-initio')
    expect(first.GetValue('cmi.scaled_passing_score')).toBe('0.8')
    first.SetValue('cmi.exit', 'suspend')
    first.SetValue('cmi.location', 'm.why')
    expect(first.Commit('')).toBe('true')
    expect(state.kept['cmi.location']).toBe('m.why')
    const second = open2004()
    expect(second.GetValue('cmi.entry')).toBe('resume')
    expect(second.GetValue('cmi.location')).toBe('m.why')
    second.SetValue('cmi.exit', 'normal')
    second.Terminate('')
    const third = open2004()
    expect(third.GetValue('cmi.entry')).toBe('ab-initio')
    expect(third.GetValue('cmi.location')).toBe('')
    expect(refused().filter(({ error }) => error !== '403')).toEqual([])
  })

  it('refuses to save when told to', () => {
    const { state, under, open2004 } = lms()
    const api = open2004()
    under({ lms: 'refuses' })
    api.SetValue('cmi.location', 'm.why')
    expect(api.Commit('')).toBe('false')
    expect(api.GetLastError()).not.toBe('0')
    expect(state.kept).toEqual({})
  })
})

describe('a learner who comes back', () => {
  const attempt = {
    packed: 'M1…',
    step: 'm.why',
    isComplete: true,
    success: 'failed',
    score: 40,
    progress: 100,
  } as const

  it('is what a run-time finds, with nothing refused', () => {
    const old = lms(80, keptOf('scorm12', attempt))
    const api = old.open12()
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('failed')
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe('40')
    expect(api.LMSGetValue('cmi.core.entry')).toBe('resume')
    const new2004 = lms(80, keptOf('scorm2004', attempt)).open2004()
    expect(new2004.GetValue('cmi.success_status')).toBe('failed')
    expect(new2004.GetValue('cmi.score.scaled')).toBe('0.4')
    expect(new2004.GetValue('cmi.suspend_data')).toBe('M1…')
  })

  it('or was sent to a step', () => {
    expect(lms(null, keptAt('scorm12', 'm.why')).open12().LMSGetValue('cmi.core.lesson_location')).toBe(
      'm.why',
    )
    expect(lms(null, keptAt('scorm2004', 'm.why')).open2004().GetValue('cmi.location')).toBe('m.why')
  })
})
