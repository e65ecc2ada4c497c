import { findApi } from '../find-api.ts'
import { createSchedule, type Schedule } from '../schedule.ts'
import type { Tracker, TrackerContext } from '../types.ts'
import { ask, read, type Scorm12Api } from './api.ts'
import { timespan } from './formats.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { interactionValues, scoreElement, type Standing, statusElement, valuesOf } from './values.ts'

/** Failed sendings in a row after which the learner is told. */
const failuresToTell = 3

/** Already initialized, in the words of different LMSs: another page of ours got there first, and that is all right. */
const alreadyOpen = ['101', '103']

/** Keeps the record in an LMS that offers SCORM 1.2's API. */
export function scorm12Tracker({ window, onNotice }: TrackerContext): Tracker {
  const started = performance.now()
  const standing: Standing = { status: '', score: null }
  let outbox: Outbox | null = null
  let schedule: Schedule | null = null
  let fields: string[] = []
  let interactions = 0
  let failures = 0

  function begin(api: Scorm12Api) {
    standing.status = read(api, statusElement)
    standing.score = numberOrNull(read(api, scoreElement))
    fields = read(api, 'cmi.interactions._children')
      .split(',')
      .map((field) => field.trim())
    interactions = numberOrNull(read(api, 'cmi.interactions._count')) ?? 0
    outbox = createOutbox(api, (element, value) => {
      if (element === statusElement) standing.status = value
      if (element === scoreElement) standing.score = Number(value)
    })
    // SCORM 1.2 throws a visit's state away unless it was suspended; said at once, for a page that is killed without a word.
    outbox.put([['cmi.core.exit', 'suspend']])
    schedule = createSchedule(window, { send, finish: () => finish(api) })
  }

  function send(): void {
    if (!outbox) return
    outbox.put([['cmi.core.session_time', timespan((performance.now() - started) / 1000)]])
    if (outbox.send()) {
      if (failures >= failuresToTell) onNotice(null)
      failures = 0
      return
    }
    failures++
    if (failures === failuresToTell) onNotice('notRecorded')
    schedule?.later()
  }

  function finish(api: Scorm12Api): void {
    send()
    ask(api, () => api.LMSFinish(''))
  }

  return {
    async open() {
      const api = findApi<Scorm12Api>(window, 'API')
      const refusal = api && ask(api, () => api.LMSInitialize(''))
      if (!api || (refusal && !alreadyOpen.includes(refusal))) {
        onNotice('untracked')
        return { packed: null, step: null }
      }
      const opened = {
        packed: read(api, 'cmi.suspend_data') || null,
        step: read(api, 'cmi.core.lesson_location') || null,
      }
      const mode = read(api, 'cmi.core.lesson_mode')
      if (mode === 'review' || mode === 'browse') {
        onNotice('readOnly')
        window.addEventListener('pagehide', () => ask(api, () => api.LMSFinish('')), { once: true })
      } else begin(api)
      return opened
    },
    record(recorded) {
      outbox?.put(valuesOf(recorded, standing))
      schedule?.soon()
    },
    answer(interaction) {
      if (!outbox || !fields.includes('id')) return
      outbox.put(interactionValues(interaction, interactions, fields, new Date()))
      interactions++
      schedule?.soon()
    },
  }
}

function numberOrNull(words: string): number | null {
  return words.trim() !== '' && Number.isFinite(Number(words)) ? Number(words) : null
}
