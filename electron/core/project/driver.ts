import Sqlite from 'better-sqlite3'

/** What SQLite takes and gives in a column. */
export type Value = string | number | null

export type Statement<Row> = {
  get: (...values: Value[]) => Row | undefined
  all: (...values: Value[]) => Row[]
  run: (...values: Value[]) => void
}

/** All we ask of a SQLite library, so that another one (node:sqlite) could stand in. Calls are synchronous. */
export type Database = {
  /** A statement, compiled at its first use and then kept. */
  statement: <Row = unknown>(sql: string) => Statement<Row>
  execute: (sql: string) => void
  /** Runs `work` in one write transaction: all of it, or, when it throws, nothing. */
  transaction: <Result>(work: () => Result) => Result
  close: () => void
}

/** What went wrong inside SQLite, in the studio's words; null when the error is not SQLite's. */
export type DatabaseProblem =
  | 'full'
  | 'read-only'
  | 'damaged'
  | 'not-a-database'
  | 'locked'
  | 'cannot-open'
  | 'other'

const problems: [prefix: string, problem: DatabaseProblem][] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  ['SQLITE_', 'other'],
]

export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (!(error instanceof Sqlite.SqliteError)) return null
  return problems.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? 'other'
}

/** Opens the database in `file`. `waitFor`: how many milliseconds to wait for a lock that another process holds. */
export function openDatabase(file: string, { waitFor = 0, mayCreate = false } = {}): Database {
  const sqlite = new Sqlite(file, { fileMustExist: !mayCreate, timeout: waitFor })
  const statements = new Map<string, Statement<unknown>>()

  const statement = <Row>(sql: string): Statement<Row> => {
    const known = statements.get(sql)
    if (known) return known as Statement<Row>
    const prepared = sqlite.prepare<Value[], Row>(sql)
    const made: Statement<Row> = {
      get: (...values) => prepared.get(...values),
      all: (...values) => prepared.all(...values),
      run: (...values) => void prepared.run(...values),
    }
    statements.set(sql, made as Statement<unknown>)
    return made
  }

  return {
    statement,
    execute: (sql) => void sqlite.exec(sql),
    transaction: (work) => {
      statement('BEGIN IMMEDIATE').run()
      try {
        const result = work()
        statement('COMMIT').run()
        return result
      } catch (error) {
        // SQLite has rolled back by itself when the disk was full; asking again would hide the reason.
        if (sqlite.inTransaction) statement('ROLLBACK').run()
        throw error
      }
    },
    close: () => void sqlite.close(),
  }
}
