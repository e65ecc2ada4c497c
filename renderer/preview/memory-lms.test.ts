import { expect, test } from 'vitest'
import { type ScormCall, strictScorm12 } from '../../shared/lms/strict-scorm12.ts'
import { type Kept, memoryLms } from './memory-lms.ts'

function launch(kept: Kept) {
  const calls: ScormCall[] = []
  const commits: boolean[] = []
  const api = strictScorm12(
    memoryLms(kept, (isCommitted) => commits.push(isCommitted)),
    (call) => calls.push(call),
  )
  api.LMSInitialize('')
  return { api, commits, problems: () => calls.filter(({ error }) => error !== '0') }
}

test('a first visit starts from nothing, a suspended one is resumed', () => {
  const kept: Kept = {}
  const first = launch(kept).api
  expect(first.LMSGetValue('cmi.core.entry')).toBe('ab-initio')
  expect(first.LMSGetValue('cmi.core.lesson_status')).toBe('not attempted')
  first.LMSSetValue('cmi.core.lesson_status', 'incomplete')
  first.LMSSetValue('cmi.core.exit', 'suspend')
  first.LMSSetValue('cmi.suspend_data', 'state')
  first.LMSFinish('')
  const second = launch(kept).api
  expect(second.LMSGetValue('cmi.core.entry')).toBe('resume')
  expect(second.LMSGetValue('cmi.suspend_data')).toBe('state')
})

test('interactions are counted on, visit after visit', () => {
  const kept: Kept = {}
  const { api, problems } = launch(kept)
  expect(api.LMSGetValue('cmi.interactions._count')).toBe('0')
  api.LMSSetValue('cmi.interactions.0.id', 'm.q1')
  api.LMSSetValue('cmi.interactions.0.type', 'choice')
  api.LMSSetValue('cmi.interactions.1.id', 'm.q2')
  expect(launch(kept).api.LMSGetValue('cmi.interactions._count')).toBe('2')
  expect(problems()).toEqual([])
})

test('what is set is told as not committed until it is', () => {
  const { api, commits } = launch({})
  api.LMSSetValue('cmi.core.exit', 'suspend')
  api.LMSCommit('')
  expect(commits).toEqual([false, true])
})
