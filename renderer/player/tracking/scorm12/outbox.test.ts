import { expect, it } from 'vitest'
import type { Scorm12Api } from './api.ts'
import { createOutbox } from './outbox.ts'

function agreeableApi(): { api: Scorm12Api; calls: string[] } {
  const calls: string[] = []
  const api: Scorm12Api = {
    LMSInitialize: () => 'true',
    LMSFinish: () => 'true',
    LMSGetValue: () => '',
    LMSSetValue: (element, value) => {
      calls.push(`${element}=${value}`)
      return 'true'
    },
    LMSCommit: () => {
      calls.push('commit')
      return 'true'
    },
    LMSGetLastError: () => '0',
  }
  return { api, calls }
}

it('sends the status with its score, even when an earlier status was still waiting', () => {
  // A learner who opened, answered and left within half a second kept the score and lost the status.
  const { api, calls } = agreeableApi()
  const outbox = createOutbox(api, () => {})
  outbox.put([['cmi.core.lesson_status', 'incomplete']])
  outbox.put([
    ['cmi.core.score.raw', '50'],
    ['cmi.core.lesson_status', 'failed'],
  ])
  expect(outbox.send()).toBe(true)
  expect(calls).toEqual(['cmi.core.score.raw=50', 'cmi.core.lesson_status=failed', 'commit'])
})
