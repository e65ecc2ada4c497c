import { openJournal, type Journal, type Unconfirmed } from '../journal.ts'
import { createSchedule, type Schedule } from '../schedule.ts'
import type { Interaction, Tracker, TrackerContext } from '../types.ts'
import { type ScormApi, scormApi } from './api.ts'
import type { Edition } from './edition.ts'
import { createOutbox, isEssential, type Outbox } from './outbox.ts'
import { openRecordBook, type RecordBook } from './record-book.ts'

/** Failed sendings in a row after which the learner is told. */
const failuresToTell = 3

/** A checked question that the LMS has not confirmed, and when it was checked (milliseconds since 1970). */
type Answered = { interaction: Interaction; at: number }

/** Keeps the record in an LMS that offers SCORM's API. */
export function scormTracker(
  edition: Edition,
  { bundle, window, settings, merge, onNotice }: TrackerContext,
): Tracker {
  const started = performance.now()
  let book: RecordBook | null = null
  let outbox: Outbox | null = null
  let schedule: Schedule | null = null
  let journal: Journal<Answered> | null = null
  let unconfirmed: Unconfirmed<Answered> = { packed: null, waiting: [] }
  let failures = 0

  function begin(api: ScormApi) {
    book = openRecordBook(api, edition)
    outbox = createOutbox(api, book.taken)
    // SCORM throws a visit's state away unless it was suspended; said at once, for a page that is killed without a word.
    outbox.put([[edition.exit, 'suspend']])
    schedule = createSchedule(window, {
      send,
      finish() {
        send()
        api.ask(edition.finish, '')
      },
    })
  }

  function send(): void {
    if (!outbox) return
    outbox.put([[edition.sessionTime, edition.timespan((performance.now() - started) / 1000)]])
    const waiting = outbox.send()
    const isSent = waiting !== null && !waiting.some(isEssential)
    if (waiting !== null)
      keep({
        packed: isSent ? null : unconfirmed.packed,
        waiting: waiting.some((element) => element.startsWith('cmi.interactions')) ? unconfirmed.waiting : [],
      })
    if (isSent) {
      if (failures >= failuresToTell) onNotice(null)
      failures = 0
      return
    }
    failures++
    if (failures === failuresToTell) onNotice('notRecorded')
    schedule?.later()
  }

  function keep(part: Partial<Unconfirmed<Answered>>): void {
    unconfirmed = { ...unconfirmed, ...part }
    journal?.keep(unconfirmed)
  }

  function tell({ interaction, at }: Answered): void {
    outbox?.put(book?.interactionValues(interaction, new Date(at)) ?? [])
    schedule?.soon()
  }

  return {
    async open() {
      const api = scormApi(window, edition.api, edition.prefix)
      const refusal = api?.ask('Initialize', '')
      if (!api || (refusal && !edition.alreadyOpen.includes(refusal))) {
        onNotice('untracked')
        return { packed: null, step: null }
      }
      const { read, ask } = api
      const opened = { packed: read('cmi.suspend_data') || null, step: read(edition.location) || null }
      const mode = read(edition.mode)
      if (mode === 'review' || mode === 'browse') {
        onNotice('readOnly')
        window.addEventListener('pagehide', () => ask(edition.finish, ''), { once: true })
        return opened
      }
      begin(api)
      const learner = read(edition.learner)
      // Whoever the LMS gives no name to could be anybody.
      if (!learner) return opened
      journal = openJournal<Answered>(window, [bundle.id, learner])
      unconfirmed = journal.left
      for (const answered of unconfirmed.waiting) tell(answered)
      const { packed } = unconfirmed
      return packed === null ? opened : { ...opened, packed: merge(opened.packed, packed) }
    },
    record(recorded) {
      if (!outbox || !book) return
      outbox.put(book.valuesOf(recorded, settings.status))
      keep({ packed: recorded.packed })
      schedule?.soon()
    },
    answer(interaction) {
      if (!outbox) return
      const answered = { interaction, at: Date.now() }
      keep({ waiting: [...unconfirmed.waiting, answered] })
      tell(answered)
    },
    experience() {},
    media() {},
    async exit() {
      schedule?.finish()
      return null
    },
  }
}
