import { type ProjectRecord, searchTextOf } from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'

/** Brings the words of one record up to date; null stands for no record. Words that did not change cost nothing. */
export function updateSearch(
  database: Database,
  key: number,
  before: ProjectRecord | null,
  after: ProjectRecord | null,
) {
  const old = before && wordsOf(before)
  const fresh = after && wordsOf(after)
  if (old?.title === fresh?.title && old?.text === fresh?.text) return
  if (old) database.statement('DELETE FROM search WHERE rowid = ?').run(key)
  if (fresh)
    database
      .statement('INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)')
      .run(key, fresh.title, fresh.text)
}

/** What is indexed of a record; null when it has no words, or is not searched. */
function wordsOf(record: ProjectRecord): { title: string; text: string } | null {
  const words = searchTextOf(record)
  return words && (words.title || words.text) ? words : null
}
