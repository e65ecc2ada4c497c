import type { Database } from './driver.ts'
import type { Identity } from './folder.ts'
import type { Tail } from './history.ts'
import type { Idle } from './tables/maintenance.ts'
import type { Watchers } from './watch.ts'

/** An open project: its database, and what is remembered of it while it is open. */
export type Store = {
  handle: string
  /** Absolute real path of the folder. */
  path: string
  identity: Identity
  database: Database
  now: () => number
  /** Where the undo stack stands, as the newest change row says it. */
  tail: Tail
  /** Whether the studio that had it open last did not close it: it crashed. */
  wasRecovered: boolean
  /** The newest change when the project was opened. */
  openedAtSeq: number
  watchers: Watchers
  idle: Idle
}
