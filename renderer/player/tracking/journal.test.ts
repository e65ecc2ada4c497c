import { expect, it } from 'vitest'
import { fakePage } from '../../../test/harness/fake-page.ts'
import { answer, passed, recorded, trackerContext } from '../../../test/harness/lms-visit.ts'
import { type Kept, memoryScorm2004 } from '../../../electron/shells/cli/verify/memory-runtimes.ts'
import { strictScorm2004 } from '../../../shared/lms/strict-scorm2004.ts'
import { openJournal } from './journal.ts'
import { createTracker } from './kinds/scorm2004.ts'

let owners = 0
const someone = () => `learner-${owners++}-${Date.now()}`

/** A visit of this page's window, under an LMS that is there or, while `isAway`, refuses everything it is asked to keep. */
async function visitAs(learner: string, kept: Kept, lms = { isAway: false }) {
  kept['cmi.learner_id'] = learner
  const memory = memoryScorm2004(kept)
  const runtime = strictScorm2004(
    {
      ...memory,
      SetValue: (element, value) => (lms.isAway ? 'false' : memory.SetValue(element, value)),
      Commit: () => (lms.isAway ? 'false' : 'true'),
      GetLastError: () => (lms.isAway ? '391' : '0'),
    },
    () => {},
  )
  const tracker = createTracker(trackerContext(windowUnder({ API_1484_11: runtime }), () => {}))
  return { tracker, opened: await tracker.open(), kept, lms }
}

/** What the browser keeps, whatever page is opened in it. */
const localStorage = keptWords()

function keptWords(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const windowUnder = (fields: Record<string, unknown>) => fakePage({ localStorage, ...fields })

it('brings what the LMS never confirmed on the next visit', async () => {
  const learner = someone()
  const first = await visitAs(learner, {}, { isAway: true })
  first.tracker.record(recorded({ packed: 'offline' }))
  first.tracker.answer(answer)
  await first.tracker.exit()

  const second = await visitAs(learner, { 'cmi.suspend_data': 'confirmed' })
  expect(second.opened.packed).toBe('confirmed+offline')
  second.tracker.record(recorded({ packed: 'merged' }))
  await second.tracker.exit()
  expect(second.kept).toMatchObject({
    'cmi.suspend_data': 'merged',
    'cmi.interactions.0.id': 'm.q1',
    'cmi.interactions.0.learner_response': 'a[,]c',
  })

  const third = await visitAs(learner, { 'cmi.suspend_data': 'merged' })
  expect(third.opened.packed).toBe('merged')
  await third.tracker.exit()
  expect(third.kept).not.toHaveProperty(['cmi.interactions.0.id'])
})

it('keeps an answer while the page is killed before anything was sent', async () => {
  const learner = someone()
  const first = await visitAs(learner, {})
  first.tracker.answer(answer)
  first.tracker.record(recorded({ packed: 'answered' }))
  expect(first.kept).not.toHaveProperty(['cmi.suspend_data'])
  // Nobody tells the page that it ends: what follows is another page.
  const second = await visitAs(learner, {})
  expect(second.opened.packed).toBe('+answered')
})

it('forgets what is confirmed, so that a new attempt begins with nothing', async () => {
  const learner = someone()
  const first = await visitAs(learner, {})
  first.tracker.record(passed)
  first.tracker.answer(answer)
  await first.tracker.exit()
  expect((await visitAs(learner, {})).opened).toEqual({ packed: null, step: null })
})

it('gives nobody what another learner left behind', async () => {
  const first = await visitAs(someone(), {}, { isAway: true })
  first.tracker.record(recorded({ packed: 'mine' }))
  first.tracker.answer(answer)
  const other = await visitAs(someone(), {})
  expect(other.opened.packed).toBeNull()
  const unnamed = await visitAs('', {}, { isAway: true })
  unnamed.tracker.record(recorded({ packed: 'whose?' }))
  expect((await visitAs('', {})).opened.packed).toBeNull()
})

const storages: [what: string, storage: unknown][] = [
  ['throws', { getItem: raise, setItem: raise, removeItem: raise }],
  ['is not there', undefined],
  ['is full', { ...keptWords(), setItem: raise }],
  ['holds something else', { ...keptWords(), getItem: () => '{"packed":' }],
]
it.for(storages)('a storage that %s is no obstacle', ([, storage]) => {
  const journal = openJournal(windowUnder({ localStorage: storage }), ['m', someone()])
  expect(journal.left).toEqual({ packed: null, waiting: [] })
  expect(() => journal.keep({ packed: 'M1', waiting: [] })).not.toThrow()
  expect(() => journal.keep({ packed: null, waiting: [] })).not.toThrow()
})

function raise(): never {
  throw new DOMException('denied', 'SecurityError')
}
