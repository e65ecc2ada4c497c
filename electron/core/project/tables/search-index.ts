import { type ProjectRecord, searchTextOf } from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'
import { checkedRecord } from './records.ts'

/**
 * Notes that the words of a record changed. Learning them costs more than saving the record, so that is left to a pause in
 * the work, or to the next search, whichever comes first; the note is part of the save, so it is never forgotten.
 */
export function noteWords(
  database: Database,
  key: number,
  before: ProjectRecord | null,
  after: ProjectRecord | null,
) {
  const old = before && searchTextOf(before)
  const fresh = after && searchTextOf(after)
  if (old?.title === fresh?.title && old?.text === fresh?.text) return
  database.statement('INSERT OR IGNORE INTO unindexed (key) VALUES (?)').run(key)
}

/** Learns the words of at most `most` noted records; whether that was all of them. */
export function indexWords(database: Database, most: number): boolean {
  const noted = database.statement<{ key: number }>('SELECT key FROM unindexed LIMIT ?').all(most)
  if (noted.length === 0) return true
  database.transaction(() => {
    for (const { key } of noted) {
      database.statement('DELETE FROM search WHERE rowid = ?').run(key)
      const row = database.statement<{ json: string }>('SELECT json FROM record WHERE key = ?').get(key)
      const words = row && searchTextOf(checkedRecord(row.json))
      if (words && (words.title || words.text))
        database
          .statement('INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)')
          .run(key, words.title, words.text)
      database.statement('DELETE FROM unindexed WHERE key = ?').run(key)
    }
  })
  return noted.length < most
}

/** Learns every noted word: after this, search knows all that is saved. */
export function indexAllWords(database: Database) {
  while (!indexWords(database, 5000));
}
