import { expect, it } from 'vitest'
import { createOutbox } from './outbox.ts'

/** An LMS that takes what `refuses` does not name, and commits while `isThere`. */
function outboxAt(lms: { refuses?: RegExp; isThere?: boolean } = {}) {
  const calls: string[] = []
  const outbox = createOutbox(
    {
      ask(method, element, value) {
        if (method === 'Commit') {
          calls.push('commit')
          return lms.isThere === false ? '391' : null
        }
        calls.push(`${element}=${value}`)
        return lms.isThere === false || lms.refuses?.test(element ?? '') ? '406' : null
      },
    },
    () => {},
  )
  return { outbox, calls, lms }
}

it('sends the status with its score, even when an earlier status was still waiting', () => {
  // A learner who opened, answered and left within half a second kept the score and lost the status.
  const { outbox, calls } = outboxAt()
  outbox.put([['cmi.core.lesson_status', 'incomplete']])
  outbox.put([
    ['cmi.core.score.raw', '50'],
    ['cmi.core.lesson_status', 'failed'],
  ])
  expect(outbox.send()).toEqual([])
  expect(calls).toEqual(['cmi.core.score.raw=50', 'cmi.core.lesson_status=failed', 'commit'])
})

it('holds both statuses of SCORM 2004 back until the score is there, three times at most', () => {
  const { outbox, calls } = outboxAt({ refuses: /scaled/ })
  outbox.put([
    ['cmi.score.scaled', '0.5'],
    ['cmi.success_status', 'failed'],
    ['cmi.completion_status', 'completed'],
  ])
  for (let time = 0; time < 3; time++)
    expect(outbox.send()).toEqual(['cmi.score.scaled', 'cmi.success_status', 'cmi.completion_status'])
  expect(outbox.send()).toEqual(['cmi.score.scaled'])
  expect(calls).toContain('cmi.completion_status=completed')
})

it('gives an interaction up when an LMS that keeps other things refuses it, not while the LMS is away', () => {
  const { outbox, lms } = outboxAt({ isThere: false })
  outbox.put([['cmi.interactions.0.id', 'q']])
  for (let time = 0; time < 9; time++) expect(outbox.send()).toBeNull()
  lms.isThere = true
  lms.refuses = /interactions/
  expect(outbox.send()).toEqual(['cmi.interactions.0.id'])
  outbox.send()
  expect(outbox.send()).toEqual([])
})
