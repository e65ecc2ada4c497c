import type { Database } from '../driver.ts'

/** How long nobody may have saved anything before the housekeeping starts, in milliseconds. */
const rest = 1000
/** Pages of the search index merged in one go: about 3 ms of work. */
const mergePages = 100

export type Idle = {
  /** Something was saved: housekeeping waits until it is quiet again. */
  touch: () => void
  stop: () => void
}

/**
 * Merges the search index and moves the write-ahead log into the database while nobody is typing: done at every save, the
 * slowest save of a hundred takes five times as long. `report` hears of what failed; it is tried again after the next save.
 */
export function createIdle(database: Database, report: (error: unknown) => void): Idle {
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => void, delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      try {
        work()
      } catch (error) {
        report(error)
      }
    }, delay).unref()
  }
  const merge = () => {
    if (mergeSearch(database)) later(merge, 10)
    else later(() => checkpoint(database), 10)
  }

  return { touch: () => later(merge, rest), stop: () => clearTimeout(timer) }
}

/** One bounded step of merging; whether there may be more to merge. */
function mergeSearch(database: Database): boolean {
  const before = writes(database)
  database.statement("INSERT INTO search (search, rank) VALUES ('merge', ?)").run(mergePages)
  // FTS5 says it found nothing to merge by changing fewer than two rows.
  return writes(database) - before >= 2
}

function writes(database: Database): number {
  return database.statement<{ count: number }>('SELECT total_changes() AS count').get()?.count ?? 0
}

function checkpoint(database: Database) {
  database.execute('PRAGMA wal_checkpoint(PASSIVE)')
}
