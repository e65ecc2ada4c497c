import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, passed, recorded, visit, visit2004 } from '../../../../test/harness/lms-visit.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a visit under an LMS', () => {
  it('begins once, resumes, and says at once that it will want to come back', async () => {
    const { opened, tracker, kept, count } = await visit({
      'cmi.suspend_data': 'before',
      'cmi.core.lesson_location': 'm.try',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.exit': 'suspend',
    })
    expect(opened).toEqual({ packed: 'before', step: 'm.try' })
    tracker.record(recorded())
    vi.advanceTimersByTime(1000)
    expect(count('LMSInitialize')).toBe(1)
    expect(kept).toMatchObject({ 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'M1state' })
  })

  it('reports no score before there is one, and then score and status before the same commit', async () => {
    const { tracker, calls, kept, refused } = await visit()
    tracker.record(recorded())
    vi.advanceTimersByTime(1000)
    expect(kept['cmi.core.lesson_status']).toBe('incomplete')
    expect(kept['cmi.core.score.raw']).toBeUndefined()
    tracker.record(passed)
    vi.advanceTimersByTime(1000)
    const last = calls.slice(calls.findIndex(({ method }) => method === 'LMSCommit') + 1)
    const order = last.map(({ method, element }) => element || method)
    expect(order.indexOf('cmi.core.score.raw')).toBeLessThan(order.indexOf('cmi.core.lesson_status'))
    expect(order.indexOf('cmi.core.lesson_status')).toBeLessThan(order.indexOf('LMSCommit'))
    expect(order.filter((name) => name === 'LMSCommit')).toHaveLength(1)
    expect(kept).toMatchObject({ 'cmi.core.score.raw': '85', 'cmi.core.lesson_status': 'passed' })
    expect(refused()).toEqual([])
  })

  it('gathers what happens in one go into one commit, and sends the time every 45 seconds', async () => {
    const { tracker, count, kept } = await visit()
    for (let change = 0; change < 10; change++) tracker.record(recorded({ packed: `M1${change}` }))
    vi.advanceTimersByTime(1000)
    expect(count('LMSCommit')).toBe(1)
    expect(kept['cmi.suspend_data']).toBe('M19')
    vi.advanceTimersByTime(45_000)
    expect(count('LMSCommit')).toBe(2)
    expect(kept['cmi.core.session_time']).toMatch(/^0000:00:4\d\.\d\d$/)
  })

  it('sends at once when the page is hidden, without finishing; finishes once when it goes', async () => {
    const { tracker, page, count, kept } = await visit()
    tracker.record(recorded({ packed: 'M1late' }))
    page.hide()
    expect(kept['cmi.suspend_data']).toBe('M1late')
    expect(count('LMSFinish')).toBe(0)
    page.leave()
    page.leave()
    expect(count('LMSFinish')).toBe(1)
    const after = count('LMSSetValue')
    tracker.record(passed)
    vi.advanceTimersByTime(120_000)
    expect(count('LMSSetValue')).toBe(after)
  })

  it('starts afresh when the page comes back from the browser’s cache', async () => {
    const { page } = await visit()
    page.comeBack()
    expect(page.reloads).toBe(0)
    page.leave()
    page.comeBack()
    expect(page.reloads).toBe(1)
  })

  it('tells checked questions as the standard wants them', async () => {
    const { tracker, kept, refused } = await visit({ 'cmi.interactions.0.id': 'earlier' })
    tracker.answer(answer)
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({
      'cmi.interactions.1.id': 'm.q1',
      'cmi.interactions.1.type': 'choice',
      'cmi.interactions.1.objectives.0.id': 'm.O1',
      'cmi.interactions.1.student_response': 'a,c',
      'cmi.interactions.1.correct_responses.0.pattern': 'a,b',
      'cmi.interactions.1.result': 'wrong',
      'cmi.interactions.1.weighting': '2',
      'cmi.interactions.1.latency': '0000:00:12.34',
    })
    expect(refused()).toEqual([])
  })

  it('asks for nothing that has no name when an outcome the LMS knows from the manifest has no score yet', async () => {
    const { tracker, kept, refused } = await visit2004({ 'cmi.objectives.0.id': 'm.O1' })
    tracker.record(
      recorded({ objectives: [{ id: 'm.O1', text: '', isComplete: false, score: null, success: null }] }),
    )
    vi.advanceTimersByTime(1000)
    expect(kept['cmi.objectives.0.completion_status']).toBe('incomplete')
    expect(refused()).toEqual([])
  })

  it('tells outcomes as objectives', async () => {
    const { tracker, kept, refused } = await visit()
    const objective = { text: '', isComplete: true, score: 50, success: null }
    tracker.record(recorded({ objectives: [{ ...objective, id: 'm.O1' }] }))
    tracker.record(recorded({ objectives: [{ ...objective, id: 'm.O1', score: 80, success: 'passed' }] }))
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({
      'cmi.objectives.0.id': 'm.O1',
      'cmi.objectives.0.score.raw': '80',
      'cmi.objectives.0.status': 'passed',
    })
    expect(refused()).toEqual([])
  })

  it('tells no outcomes to an LMS that keeps none', async () => {
    const { tracker, set } = await visit({ 'cmi.objectives._children': '' })
    tracker.record(
      recorded({ objectives: [{ id: 'm.O1', text: '', isComplete: true, score: 50, success: null }] }),
    )
    vi.advanceTimersByTime(1000)
    expect(set().some((element) => element.startsWith('cmi.objectives'))).toBe(false)
  })

  it('ends once when the learner leaves by the exit', async () => {
    const { tracker, page, kept, count } = await visit()
    tracker.record(recorded({ packed: 'M1last' }))
    expect(await tracker.exit()).toBeNull()
    page.leave()
    expect(kept['cmi.suspend_data']).toBe('M1last')
    expect(count('LMSFinish')).toBe(1)
  })

  it('tells no questions to an LMS that does not want them', async () => {
    const { tracker, set } = await visit({ 'cmi.interactions._children': '' })
    tracker.answer(answer)
    vi.advanceTimersByTime(1000)
    expect(set().some((element) => element.startsWith('cmi.interactions'))).toBe(false)
  })
})

describe('a result', () => {
  it.for([
    ['passed', '90', { isComplete: true, success: 'failed', score: 40 }],
    ['completed', '', { isComplete: false, success: null, score: null }],
    ['completed', '', { isComplete: true, success: 'failed', score: null }],
    ['passed', '85', { isComplete: true, success: null, score: 85 }],
  ] as const)('of %s %s is never lowered', async ([status, score, result]) => {
    const before = { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': score }
    const { tracker, kept, set } = await visit({ ...before })
    tracker.record(recorded({ result: { ...result, progress: 50 } }))
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject(before)
    expect(set().some((element) => /score|status/.test(element))).toBe(false)
  })

  it('is raised', async () => {
    const { tracker, kept } = await visit({ 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '40' })
    tracker.record(passed)
    vi.advanceTimersByTime(1000)
    expect(kept).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85' })
  })
})

describe.for(['review', 'browse'])('in %s mode', (mode) => {
  it('nothing is set, and the learner is told', async () => {
    const { opened, tracker, page, notices, count } = await visit({
      'cmi.core.lesson_mode': mode,
      'cmi.suspend_data': 'before',
    })
    expect(opened.packed).toBe('before')
    tracker.record(passed)
    tracker.answer(answer)
    vi.advanceTimersByTime(120_000)
    page.hide()
    page.leave()
    expect(count('LMSSetValue')).toBe(0)
    expect(count('LMSFinish')).toBe(1)
    expect(notices).toEqual(['readOnly'])
  })
})
