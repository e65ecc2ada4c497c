import { randomUUID } from 'node:crypto'
import { createTracker as cmi5Tracker } from '../../../renderer/player/tracking/kinds/cmi5.ts'
import { createTracker as xapiTracker } from '../../../renderer/player/tracking/kinds/xapi.ts'
import type { NoticeWord } from '../../../renderer/player/tracking/types.ts'
import { fakePage } from '../fake-page.ts'
import { trackerContext } from '../lms-visit.ts'
import { brokenRequirements, evidenceOf, verbOf } from './cmi5-rules.ts'
import type { LaunchOptions, Lrs } from './server.ts'

/** What a tab remembers while it is open, reloads included. */
export function tabStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

/** How many times faster a page's timers run than its requests. */
const haste = 8

/**
 * A page launched with this query, under a real LRS; `tab` is handed on for a page that is loaded again. What a page that was
 * `kill`ed had asked for arrives, but it hears no answer and keeps nothing more.
 */
export async function launched(kind: 'cmi5' | 'xapi', query: string, tab = tabStorage()) {
  let isKilled = false
  const page = fakePage({
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await globalThis.fetch(...request)
      return isKilled ? new Promise<never>(() => {}) : answer
    },
    sessionStorage: {
      getItem: tab.getItem,
      setItem: (key: string, value: string) => isKilled || tab.setItem(key, value),
    },
    setTimeout: (work: () => void, after: number) => setTimeout(work, after / haste),
    setInterval: (work: () => void, every: number) => setInterval(work, every / haste),
  })
  Object.assign(page.location, { search: query })
  const notices: (NoticeWord | null)[] = []
  const create = kind === 'cmi5' ? cmi5Tracker : xapiTracker
  const tracker = create(trackerContext(page, (notice) => notices.push(notice)))
  const kill = () => {
    isKilled = true
  }
  return { page, tracker, notices, kill, opened: await tracker.open() }
}

/** A visit that an LMS launched by cmi5, and what its LRS then has; `options` may name an earlier visit's registration. */
export async function cmi5Visit(lrs: Lrs, options: Partial<LaunchOptions> = {}, tab = tabStorage()) {
  const launch = { registration: randomUUID(), ...options }
  const { session, query } = lrs.launchCmi5(launch)
  const visit = await launched('cmi5', query, tab)
  return {
    ...visit,
    query,
    tab,
    registration: launch.registration,
    verbs: () => lrs.statements(session).map(verbOf),
    statements: () => lrs.statements(session),
    broken: (hasEnded = true) => brokenRequirements(evidenceOf(lrs, { ...launch, session }, { hasEnded })),
  }
}
