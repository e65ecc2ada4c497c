import type { Bundle } from '../../../../shared/bundle/format.ts'
import { type Journal, openJournal, type Unconfirmed } from '../journal.ts'
import { duration } from '../duration.ts'
import { createSchedule, type Schedule } from '../schedule.ts'
import type { Tracker, TrackerContext } from '../types.ts'
import type { Launch } from './launch.ts'
import { answered, experienced } from './learning.ts'
import { createQueue, type Entry, type Queue } from './queue.ts'
import { aboutModule, createResults, type Results } from './results.ts'
import { readState, type State, writeState } from './state.ts'
import { adlVerb, inSession, makeStatement, newId, type StatementParts } from './statement.ts'
import { watched } from './video.ts'

/** Failed sendings in a row after which the learner is told. */
const failuresToTell = 3

/** Milliseconds that leaving by the exit may take. */
const longestExit = 5000

/** A launched module and what is on its way. */
type Visit = { launch: Launch; queue: Queue; results: Results; schedule: Schedule }

/** Keeps the record in an LRS. `find` looks for the launch: each kind of package is launched in its own way. */
export function xapiTracker(
  find: (window: Window, bundle: Bundle) => Promise<Launch | null>,
  { bundle, window, merge, onNotice }: TrackerContext,
): Tracker {
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1000
  const watching = newId()
  let visit: Visit | null = null
  let journal: Journal<Entry> | null = null
  let unconfirmed: Unconfirmed<Entry> = { packed: null, waiting: [] }
  /** What the LRS has; null as long as it could not say. */
  let had: State | null = null
  let now: { packed: string; step: string | null } | null = null
  let written = ''
  let failures = 0
  let progress: number | null = null
  let sending: Promise<unknown> = Promise.resolve()
  let leaving: Promise<unknown> = Promise.resolve()

  function keep(part: Partial<Unconfirmed<Entry>>): void {
    unconfirmed = { ...unconfirmed, ...part }
    journal?.keep(unconfirmed)
  }

  async function saveState(isLeaving = false): Promise<boolean> {
    if (!visit || !now) return true
    const { launch, results } = visit
    if (!had) {
      had = await readState(launch)
      if (!had) return false
      // It could not be read when the module opened: what it holds must not be lost now.
      if (had.packed) now = { ...now, packed: merge(had.packed, now.packed) }
      results.know(had.marks)
    }
    const state = { ...now, marks: results.marks() }
    const words = JSON.stringify(state)
    if (words !== written) {
      if (!(await writeState(launch, state, isLeaving))) return false
      written = words
    }
    if (unconfirmed.packed === state.packed) keep({ packed: null })
    return true
  }

  async function sendOnce(): Promise<void> {
    if (!visit) return
    const isTold = await visit.queue.flush()
    const isKept = await saveState()
    if (isTold && isKept) {
      if (failures >= failuresToTell) onNotice(null)
      failures = 0
      return
    }
    failures++
    if (failures === failuresToTell) onNotice('notRecorded')
    visit.schedule.later()
  }

  function send(): Promise<unknown> {
    // One after the other: an older state must not arrive behind a newer one.
    sending = sending.then(sendOnce)
    return sending
  }

  function finish(): void {
    if (!visit) return
    const { launch, queue, results } = visit
    results.close()
    queue.put(makeStatement(launch, aboutModule(launch, 'terminated', { duration: duration(elapsed()) })))
    leaving = Promise.all([queue.leave(), launch.isReadOnly || saveState(true)])
    launch.session?.set({ hasEnded: true })
  }

  function tell(parts: (launch: Launch) => StatementParts): void {
    if (!visit || visit.launch.isReadOnly) return
    visit.queue.put(makeStatement(visit.launch, parts(visit.launch)))
    visit.schedule.soon()
  }

  const within = (work: Promise<unknown>) =>
    Promise.race([work, new Promise((resolve) => window.setTimeout(resolve, longestExit))])

  return {
    async open() {
      const launch = await find(window, bundle)
      if (!launch) {
        onNotice('untracked')
        return { packed: null, step: null }
      }
      had = await readState(launch)
      const owner = [bundle.id, JSON.stringify(launch.actor), launch.registration ?? '', launch.activity]
      if (!launch.isReadOnly) {
        journal = openJournal<Entry>(window, owner)
        unconfirmed = journal.left
      }
      const { initialized, hasBegun = false, hasEnded = false } = launch.session?.get() ?? {}
      const left = unconfirmed.waiting.map(({ statement, refusals }) => ({
        statement: inSession(statement, launch),
        refusals,
      }))
      const beginning = initialized ?? makeStatement(launch, aboutModule(launch, 'initialized'))
      launch.session?.set({ initialized: beginning })
      const entries = hasBegun ? left : [{ statement: beginning, refusals: 0 }, ...left]
      // After the end of a session nothing may be said in it: what comes then waits in the journal for the next launch.
      const queue = createQueue(launch.client, entries, {
        isClosed: hasEnded,
        old: left,
        onChange(waiting) {
          if (!waiting.some(({ statement }) => statement === beginning))
            launch.session?.set({ hasBegun: true })
          keep({ waiting: waiting.filter((entry) => !isOfSession(launch, entry)) })
        },
      })
      const results = createResults(launch, queue, had?.marks ?? {}, elapsed)
      const schedule = createSchedule(window, { send: () => void send(), finish })
      visit = { launch, queue, results, schedule }
      schedule.soon()
      if (launch.isReadOnly) onNotice('readOnly')
      else if (hasEnded) onNotice('untracked')
      const { packed } = unconfirmed
      const confirmed = had?.packed ?? null
      return { packed: packed === null ? confirmed : merge(confirmed, packed), step: had?.step ?? null }
    },
    record({ packed, step, result }) {
      if (!visit || visit.launch.isReadOnly) return
      now = { packed, step }
      progress = result.isComplete ? null : result.progress
      visit.results.take(result)
      keep({ packed })
      visit.schedule.soon()
    },
    answer: (interaction) => tell((launch) => answered(bundle, launch, interaction, progress)),
    experience: (step) => tell((launch) => experienced(bundle, launch, step, progress)),
    media: (event) => tell((launch) => watched(bundle, launch, event, watching)),
    async exit() {
      if (!visit) return null
      visit.results.close()
      await within(send())
      visit.schedule.finish()
      await within(leaving)
      return visit.launch.returnUrl
    },
  }
}

/** Whether a statement belongs to this session and no other: its beginning, its end, and a failure, which ends it. */
function isOfSession({ activity, isCmi5 }: Launch, { statement: { verb, object } }: Entry): boolean {
  const verbs = ['initialized', 'terminated', ...(isCmi5 ? ['failed'] : [])].map(adlVerb)
  return object.id === activity && verbs.includes(verb.id)
}
