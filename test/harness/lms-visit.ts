import { createTracker as createTracker12 } from '../../renderer/player/tracking/kinds/scorm12.ts'
import { createTracker as createTracker2004 } from '../../renderer/player/tracking/kinds/scorm2004.ts'
import type { NoticeWord, Recorded, TrackerContext } from '../../renderer/player/tracking/types.ts'
import { type Scorm12Api, type ScormCall, strictScorm12 } from '../../shared/lms/strict-scorm12.ts'
import { type Scorm2004Api, type Scorm2004Call, strictScorm2004 } from '../../shared/lms/strict-scorm2004.ts'
import { fixtureBundle } from '../fixtures/bundle.ts'
import { fakePage } from './fake-page.ts'
import {
  type Kept,
  memoryScorm12,
  memoryScorm2004,
} from '../../electron/shells/cli/verify/memory-runtimes.ts'

/** What a tracker is made with, for the fixture's module. */
export const trackerContext = (
  window: Window,
  onNotice: (notice: NoticeWord | null) => void,
): TrackerContext => ({
  bundle: fixtureBundle,
  settings: { kind: 'scorm12', status: 'success', suspendLimit: 4096 },
  window,
  merge: (confirmed, unconfirmed) => `${confirmed ?? ''}+${unconfirmed}`,
  onNotice,
})

/** Real LMSs answer anything. */
type Loose<Api> = Record<keyof Api, (...words: string[]) => unknown>

/** A visit: a page under an LMS behind the strict layer; `tamper` makes the LMS misbehave. */
export async function visit(kept: Kept = {}, tamper = (api: Scorm12Api): Loose<Scorm12Api> => api) {
  const calls: ScormCall[] = []
  const API = tamper(strictScorm12(memoryScorm12(kept), (call) => calls.push(call)))
  return { kept, ...(await open(createTracker12, { API }, calls)) }
}

/** The same under an LMS of SCORM 2004. */
export async function visit2004(kept: Kept = {}, tamper = (api: Scorm2004Api): Loose<Scorm2004Api> => api) {
  const calls: Scorm2004Call[] = []
  const API_1484_11 = tamper(strictScorm2004(memoryScorm2004(kept), (call) => calls.push(call)))
  return { kept, ...(await open(createTracker2004, { API_1484_11 }, calls)) }
}

async function open<Call extends { method: string; element: string; error: string }>(
  createTracker: typeof createTracker12,
  fields: Record<string, unknown>,
  calls: Call[],
) {
  const page = fakePage(fields)
  const notices: (NoticeWord | null)[] = []
  const tracker = createTracker(trackerContext(page, (notice) => notices.push(notice)))
  const opened = await tracker.open()
  return {
    page,
    tracker,
    opened,
    notices,
    calls,
    refused: () =>
      calls.filter(({ method, error }) => error !== '0' && !(method === 'GetValue' && error === '403')),
    count: (method: Call['method']) => calls.filter((call) => call.method === method).length,
    set: () => calls.filter(({ method }) => method.endsWith('SetValue')).map(({ element }) => element),
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
  objective: 'm.O1',
  seconds: 12.345,
} as const
