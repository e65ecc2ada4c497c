import type { Database } from '../driver.ts'
import { indexWords } from './search-index.ts'

/** How long nobody may have saved anything before the housekeeping starts, in milliseconds. */
const rest = 1000
/** Records to learn, and pages of the search index to merge, in one go: a few milliseconds of work each. */
const recordsAtOnce = 100
const pagesAtOnce = 100
/** Between two goes others have their turn, in milliseconds. */
const breath = 5

export type Idle = {
  /** Something was saved: housekeeping waits until it is quiet again. */
  touch: () => void
  stop: () => void
}

/**
 * Brings the search index up to date, merges it and moves the write-ahead log into the database while nobody is typing: all
 * of it would make saving slower. `report` hears of what failed; it is tried again after the next save.
 */
export function createIdle(database: Database, report: (error: unknown) => void): Idle {
  let timer: NodeJS.Timeout | undefined
  let resting: NodeJS.Timeout | undefined

  const attempt = (work: () => void) => () => {
    try {
      work()
    } catch (error) {
      report(error)
    }
  }
  const later = (work: () => void, delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(attempt(work), delay).unref()
  }
  const learn = () => later(indexWords(database, recordsAtOnce) ? merge : learn, breath)
  const merge = () =>
    mergeSearch(database) ? later(merge, breath) : later(() => checkpoint(database), breath)

  return {
    touch: () => {
      clearTimeout(timer)
      // Setting a timer going again costs a save a fraction of what a new one would.
      if (resting) resting.refresh()
      else resting = setTimeout(attempt(learn), rest).unref()
    },
    stop: () => {
      clearTimeout(timer)
      clearTimeout(resting)
    },
  }
}

/** One bounded step of merging; whether there may be more to merge. */
function mergeSearch(database: Database): boolean {
  const before = writes(database)
  database.statement("INSERT INTO search (search, rank) VALUES ('merge', ?)").run(pagesAtOnce)
  // FTS5 says it found nothing to merge by changing fewer than two rows.
  return writes(database) - before >= 2
}

function writes(database: Database): number {
  return database.statement<{ count: number }>('SELECT total_changes() AS count').get()?.count ?? 0
}

function checkpoint(database: Database) {
  database.execute('PRAGMA wal_checkpoint(PASSIVE)')
}
