import type { Database } from '../driver.ts'

/** Marks the file as ours: `MRSL` in ASCII, where SQLite keeps an application's id. */
const applicationId = 0x4d52534c

/**
 * The tables of a project. `record` holds the newest state; `change` is the append-only log it can be rebuilt from;
 * `reference` and `search` are indexes over `record`, and `unindexed` names the records whose words `search` has yet to
 * learn; `asset` and `rendition` measure the files in `media/`.
 * The number of the format is SQLite's own `user_version`.
 */
const tables = `
  CREATE TABLE record (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    json TEXT NOT NULL
  );
  CREATE INDEX record_type ON record (type);
  -- What opening a project reads, side by side instead of scattered among the steps.
  CREATE INDEX record_outline ON record (type, key, json) WHERE type IN ('project', 'series', 'module');

  CREATE TABLE reference (
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    owned INTEGER NOT NULL,
    PRIMARY KEY (from_id, to_id, owned)
  ) WITHOUT ROWID;
  CREATE INDEX reference_to ON reference (to_id);

  CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    label TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'edit', 'undo', 'redo', 'migration')),
    merge_key TEXT,
    step INTEGER NOT NULL,
    below INTEGER,
    undo_top INTEGER,
    redo_top INTEGER,
    change TEXT NOT NULL
  );

  CREATE TABLE snapshot (name TEXT PRIMARY KEY, at INTEGER NOT NULL, seq INTEGER NOT NULL);
  CREATE TABLE asset (
    sha256 TEXT PRIMARY KEY,
    crc32 INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    extension TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE rendition (key TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
  );
  CREATE TABLE unindexed (key INTEGER PRIMARY KEY);
`

/** Makes the tables in an empty database. */
export function createTables(database: Database, { format, version }: { format: number; version: string }) {
  database.execute(tables)
  database.execute(`PRAGMA application_id = ${applicationId}`)
  setFormat(database, format)
  database.statement('INSERT INTO meta (key, value) VALUES (?, ?)').run('created-with', version)
}

/** Takes the lock with the next read. The system takes it back when the process dies, however it dies. */
export function lock(database: Database) {
  database.execute('PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF')
}

/**
 * The write-ahead log, and an fsync at every commit: what is answered is on disk. Checkpoints are left to `createIdle`,
 * unless the log passes 32 MB while nobody rests.
 */
export function useWriteAheadLog(database: Database) {
  database.execute(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 8000;
    PRAGMA cache_size = -8000;
  `)
}

export function isOurs(database: Database): boolean {
  const row = database.statement<{ application_id: number }>('PRAGMA application_id').get()
  return row?.application_id === applicationId
}

export function formatOf(database: Database): number {
  return database.statement<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0
}

export function setFormat(database: Database, format: number) {
  database.execute(`PRAGMA user_version = ${format}`)
}
