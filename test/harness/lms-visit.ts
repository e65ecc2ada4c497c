import type { Scorm12Api } from '../../renderer/player/tracking/scorm12/api.ts'
import { scorm12Tracker } from '../../renderer/player/tracking/scorm12/tracker.ts'
import type { NoticeWord, Recorded } from '../../renderer/player/tracking/types.ts'
import { type Kept, memoryLms } from '../../renderer/preview/memory-lms.ts'
import { type ScormCall, strictScorm12 } from '../../shared/lms/strict-scorm12.ts'
import { fakePage } from './fake-page.ts'

type Tamper = (api: Scorm12Api) => Scorm12Api

/** A visit: a page under an LMS behind the strict layer; `tamper` makes the LMS misbehave. */
export async function visit(kept: Kept = {}, tamper: Tamper = (api) => api) {
  const calls: ScormCall[] = []
  const strict = strictScorm12(
    memoryLms(kept, () => {}),
    (call) => calls.push(call),
  )
  const page = fakePage({ API: tamper(strict) })
  const notices: (NoticeWord | null)[] = []
  const tracker = scorm12Tracker({ module: 'm', window: page, onNotice: (notice) => notices.push(notice) })
  const opened = await tracker.open()
  return {
    kept,
    page,
    tracker,
    opened,
    notices,
    calls,
    refused: () => calls.filter(({ error }) => error !== '0'),
    count: (method: ScormCall['method']) => calls.filter((call) => call.method === method).length,
    set: () => calls.filter(({ method }) => method === 'LMSSetValue').map(({ element }) => element),
  }
}
export const recorded = (fields: Partial<Recorded> = {}): Recorded => ({
  packed: 'M1state',
  step: 'm.read',
  result: { status: 'incomplete', score: null },
  ...fields,
})
export const passed = recorded({ result: { status: 'passed', score: 85 } })
export const answer = {
  question: 'm.q1',
  type: 'choice',
  response: ['a', 'c'],
  right: [['a', 'b']],
  isCorrect: false,
  points: 2,
  seconds: 12.345,
} as const
