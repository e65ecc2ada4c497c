import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakePage } from '../../../../test/harness/fake-page.ts'
import { answer, passed, recorded, trackerContext, visit } from '../../../../test/harness/lms-visit.ts'
import { createTracker } from '../kinds/scorm12.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('an LMS that does not do as it should', () => {
  it('is not there: the module goes on, and the learner is told', async () => {
    const notices: unknown[] = []
    const tracker = createTracker(trackerContext(fakePage(), (notice) => notices.push(notice)))
    expect(await tracker.open()).toEqual({ packed: null, step: null })
    tracker.record(passed)
    tracker.answer(answer)
    expect(notices).toEqual(['untracked'])
  })

  it('does not let anybody in: the same', async () => {
    const { notices } = await visit({}, (api) => ({
      ...api,
      LMSInitialize: () => 'false',
      LMSGetLastError: () => '102',
    }))
    expect(notices).toEqual(['untracked'])
  })

  it('says false with error 0: it has saved all the same', async () => {
    const { tracker, notices, kept } = await visit({}, (api) => ({
      ...api,
      LMSSetValue: (element, value) => {
        api.LMSSetValue(element, value)
        return 'false'
      },
      LMSCommit: () => false,
      LMSGetLastError: () => 0,
    }))
    tracker.record(passed)
    vi.advanceTimersByTime(120_000)
    expect(kept['cmi.core.lesson_status']).toBe('passed')
    expect(notices).toEqual([])
  })

  it('refuses for a while: everything is offered again, and what was said is taken back', async () => {
    let isDown = true
    const { tracker, notices, kept } = await visit({}, (api) => ({
      ...api,
      LMSSetValue: (element, value) => (isDown ? 'false' : api.LMSSetValue(element, value)),
      LMSCommit: () => (isDown ? 'false' : api.LMSCommit('')),
      LMSGetLastError: () => (isDown ? '101' : api.LMSGetLastError()),
    }))
    tracker.record(recorded())
    vi.advanceTimersByTime(1000)
    expect(notices).toEqual([])
    tracker.record(passed)
    vi.advanceTimersByTime(20_000)
    expect(notices).toEqual(['notRecorded'])
    isDown = false
    vi.advanceTimersByTime(20_000)
    expect(notices).toEqual(['notRecorded', null])
    expect(kept).toMatchObject({
      'cmi.core.score.raw': '85',
      'cmi.core.lesson_status': 'passed',
      'cmi.suspend_data': 'M1state',
    })
  })

  it('is gone: calls that throw are failures, not the end of the module', async () => {
    const broken = () => {
      throw new Error('The window is closed')
    }
    const { tracker, notices, page } = await visit({}, (api) => ({
      ...api,
      LMSSetValue: broken,
      LMSCommit: broken,
      LMSFinish: broken,
      LMSGetLastError: broken,
    }))
    tracker.record(passed)
    vi.advanceTimersByTime(60_000)
    expect(notices).toEqual(['notRecorded'])
    expect(() => page.leave()).not.toThrow()
  })

  it('knows no score range and no interactions: that keeps nothing else away and alarms nobody', async () => {
    const { tracker, notices, kept } = await visit({}, (api) => {
      let error = '0'
      return {
        ...api,
        LMSSetValue: (element, value) => {
          error = /score\.(min|max)|interactions/.test(element) ? '401' : '0'
          return error === '0' ? api.LMSSetValue(element, value) : 'false'
        },
        LMSGetLastError: () => error,
      }
    })
    tracker.answer(answer)
    tracker.record(passed)
    vi.advanceTimersByTime(300_000)
    expect(kept).toMatchObject({ 'cmi.core.score.raw': '85', 'cmi.core.lesson_status': 'passed' })
    expect(notices).toEqual([])
  })

  it('refuses every score: completion is recorded all the same, a little later', async () => {
    const { tracker, kept, notices } = await visit({}, (api) => {
      let error = '0'
      return {
        ...api,
        LMSSetValue: (element, value) => {
          error = element === 'cmi.core.score.raw' ? '405' : '0'
          return error === '0' ? api.LMSSetValue(element, value) : 'false'
        },
        LMSGetLastError: () => error,
      }
    })
    tracker.record(passed)
    vi.advanceTimersByTime(1000)
    expect(kept['cmi.core.lesson_status']).toBeUndefined()
    vi.advanceTimersByTime(60_000)
    expect(kept['cmi.core.lesson_status']).toBe('passed')
    expect(notices).toEqual(['notRecorded'])
  })
})
