import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, passed, recorded, visit2004 } from '../../../../test/harness/lms-visit.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const objective = {
  id: 'm.O1',
  text: 'Restate value',
  isComplete: true,
  score: 66.67,
  success: 'failed',
} as const

describe('a visit under an LMS of SCORM 2004', () => {
  it('tells completion, success, score and progress apart, the score before both statuses', async () => {
    const { tracker, kept, calls, refused } = await visit2004()
    tracker.record(recorded({ result: { isComplete: false, success: null, score: null, progress: 33 } }))
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({
      'cmi.suspend_data': 'M1state',
      'cmi.location': 'm.read',
      'cmi.exit': 'suspend',
      'cmi.completion_status': 'incomplete',
      'cmi.progress_measure': '0.33',
    })
    expect(kept).not.toHaveProperty(['cmi.success_status'])
    expect(kept).not.toHaveProperty(['cmi.score.raw'])
    const before = calls.length
    tracker.record(passed)
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({
      'cmi.score.scaled': '0.85',
      'cmi.score.raw': '85',
      'cmi.score.min': '0',
      'cmi.score.max': '100',
      'cmi.success_status': 'passed',
      'cmi.completion_status': 'completed',
      'cmi.progress_measure': '1',
    })
    const order = calls.slice(before).map(({ element, method }) => element || method)
    for (const status of ['cmi.success_status', 'cmi.completion_status'])
      expect(order.indexOf('cmi.score.raw')).toBeLessThan(order.indexOf(status))
    expect(order.filter((name) => name === 'Commit')).toHaveLength(1)
    expect(kept['cmi.session_time']).toMatch(/^PT[\d.]+S$/)
    expect(refused()).toEqual([])
  })

  it('tells checked questions as this edition wants them', async () => {
    const { tracker, kept, refused } = await visit2004({ 'cmi.interactions.0.id': 'earlier' })
    tracker.answer(answer)
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({
      'cmi.interactions.1.id': 'm.q1',
      'cmi.interactions.1.type': 'choice',
      'cmi.interactions.1.objectives.0.id': 'm.O1',
      'cmi.interactions.1.correct_responses.0.pattern': 'a[,]b',
      'cmi.interactions.1.learner_response': 'a[,]c',
      'cmi.interactions.1.result': 'incorrect',
      'cmi.interactions.1.weighting': '2',
      'cmi.interactions.1.latency': 'PT12.34S',
      'cmi.interactions.1.description': 'Which two?',
    })
    expect(refused()).toEqual([])
  })

  it('tells outcomes as objectives, in the places they have already', async () => {
    const { tracker, kept, refused } = await visit2004({
      'cmi.objectives.0.id': 'of the manifest',
      'cmi.objectives.1.id': 'm.O1',
      'cmi.objectives.1.success_status': 'passed',
      'cmi.objectives.1.score.raw': '50',
    })
    tracker.record(recorded({ objectives: [objective, { ...objective, id: 'm.O2', score: null }] }))
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({
      'cmi.objectives.1.description': 'Restate value',
      'cmi.objectives.1.score.scaled': '0.6667',
      'cmi.objectives.1.score.raw': '66.67',
      // Never lowered, here neither.
      'cmi.objectives.1.success_status': 'passed',
      'cmi.objectives.1.completion_status': 'completed',
      'cmi.objectives.2.id': 'm.O2',
      'cmi.objectives.2.success_status': 'failed',
    })
    expect(kept).not.toHaveProperty(['cmi.objectives.2.score.raw'])
    expect(refused()).toEqual([])
  })

  it.for([
    { status: 'passed', completion: 'completed', score: '90', progress: '1' },
    { status: 'passed', completion: 'incomplete', score: '85', progress: '0.9' },
  ])('never lowers $status $completion $score', async ({ status, completion, score, progress }) => {
    const before = {
      'cmi.success_status': status,
      'cmi.completion_status': completion,
      'cmi.score.raw': score,
      'cmi.progress_measure': progress,
    }
    const { tracker, kept, set } = await visit2004({ ...before })
    tracker.record(recorded({ result: { isComplete: false, success: 'failed', score: 40, progress: 50 } }))
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject(before)
    expect(set().some((element) => /score|status|progress/.test(element))).toBe(false)
  })

  it('ends once when the learner leaves by the exit, whatever the page does then', async () => {
    const { tracker, page, kept, count } = await visit2004()
    tracker.record(passed)
    expect(await tracker.exit()).toBeNull()
    expect(kept['cmi.completion_status']).toBe('completed')
    page.leave()
    await tracker.exit()
    expect(count('Terminate')).toBe(1)
  })

  it.for(['review', 'browse'])('in %s mode only reads', async (mode) => {
    const { opened, tracker, page, notices, count } = await visit2004({
      'cmi.mode': mode,
      'cmi.suspend_data': 'before',
    })
    expect(opened.packed).toBe('before')
    tracker.record(passed)
    tracker.answer(answer)
    vi.advanceTimersByTime(120_000)
    page.leave()
    expect(count('SetValue')).toBe(0)
    expect(count('Terminate')).toBe(1)
    expect(notices).toEqual(['readOnly'])
  })

  it('takes empty words and 403 for what is not there yet, and “false” with error 0 for success', async () => {
    const { opened, tracker, notices, kept } = await visit2004({}, (api) => ({
      ...api,
      Commit: () => {
        api.Commit('')
        return 'false'
      },
    }))
    expect(opened).toEqual({ packed: null, step: null })
    tracker.record(passed)
    vi.advanceTimersByTime(120_000)
    expect(kept['cmi.completion_status']).toBe('completed')
    expect(notices).toEqual([])
  })
})
