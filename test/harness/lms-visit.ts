import type { Scorm12Api } from '../../renderer/player/tracking/scorm12/api.ts'
import { scorm12Tracker } from '../../renderer/player/tracking/scorm12/tracker.ts'
import type { NoticeWord, Recorded, TrackerContext } from '../../renderer/player/tracking/types.ts'
import { type Kept, memoryLms } from '../../renderer/preview/memory-lms.ts'
import { type ScormCall, strictScorm12 } from '../../shared/lms/strict-scorm12.ts'
import { fixtureBundle } from '../fixtures/bundle.ts'
import { fakePage } from './fake-page.ts'

/** What a tracker is made with, for the fixture's module. */
export const trackerContext = (
  window: Window,
  onNotice: (notice: NoticeWord | null) => void,
): TrackerContext => ({
  bundle: fixtureBundle,
  settings: { kind: 'scorm12', status: 'success', suspendLimit: 4096 },
  window,
  merge: (confirmed, unconfirmed) => confirmed ?? unconfirmed,
  onNotice,
})

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
  const tracker = scorm12Tracker(trackerContext(page, (notice) => notices.push(notice)))
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
  result: { isComplete: false, success: null, score: null, progress: 0 },
  objectives: [],
  ...fields,
})
export const passed = recorded({ result: { isComplete: true, success: 'passed', score: 85, progress: 100 } })
export const answer = {
  question: 'm.q1',
  description: 'Which two?',
  type: 'choice',
  response: ['a', 'c'],
  right: [['a', 'b']],
  isCorrect: false,
  choices: [
    { id: 'a', words: 'This' },
    { id: 'b', words: 'That' },
    { id: 'c', words: 'Neither' },
  ],
  points: 2,
  credit: 0.5,
  objective: null,
  seconds: 12.345,
} as const
