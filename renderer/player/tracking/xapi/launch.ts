import type { Client } from './client.ts'
import type { Context, Statement } from './statement.ts'

/** How a record keeper launched the module: whom for, where to report, and by which rules. */
export type Launch = {
  client: Client
  /** The learner, as the record keeper names them. */
  actor: unknown
  /** The IRI of the module there. */
  activity: string
  registration: string | null
  /** What every statement's context holds. */
  template: Context
  isCmi5: boolean
  /** The learner only looks: nothing but the beginning and the end is told. */
  isReadOnly: boolean
  /** 0 to 1, or null when the record keeper sets none. */
  masteryScore: number | null
  returnUrl: string | null
  /** Null where a reload is a launch like any other. */
  session: TabSession | null
}

type Kept = {
  token: string | null
  /** The session's first statement: as it may have arrived, it is said again word for word, which an LRS takes. */
  initialized: Statement | null
  hasBegun: boolean
  hasEnded: boolean
}

/** What this tab knows of its session with the record keeper, so that it outlives a reload. */
export type TabSession = { get: () => Kept; set: (part: Partial<Kept>) => void }

/** The session this tab has under `key`. A browser that keeps nothing begins anew each time. */
export function tabSession(window: Window, key: string): TabSession {
  let kept: Kept = { token: null, initialized: null, hasBegun: false, hasEnded: false }
  try {
    const words = window.sessionStorage.getItem(key)
    if (words) kept = JSON.parse(words) as Kept
  } catch {
    // Nothing is kept here.
  }
  return {
    get: () => kept,
    set(part) {
      kept = { ...kept, ...part }
      try {
        window.sessionStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // Nor will it be.
      }
    },
  }
}

/** Parameters that name a learner's attempt at the module in an LRS. */
export function attemptParameters({ actor, activity, registration }: AttemptName): Record<string, string> {
  return {
    activityId: activity,
    agent: JSON.stringify(actor),
    ...(registration !== null && { registration }),
  }
}
type AttemptName = Pick<Launch, 'actor' | 'activity' | 'registration'>

/** The value of a field of something that came from outside; undefined when there is none. */
export function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined
}

export const wordsOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
