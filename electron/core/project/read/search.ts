import { searchTextOf } from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'
import { checkedRecord } from '../tables/records.ts'
import { indexAllWords } from '../tables/search-index.ts'
import { snippetOf } from './snippet.ts'

export type SearchHit = { id: string; type: string; title: string; snippet: string }

const usualLimit = 50

/**
 * Records that hold every word of `query`, best first (BM25, a word in the title counts five times). The last word may be
 * half typed. Only letters and digits count: nothing in a query is read as FTS5's own syntax.
 */
export function searchRecords(database: Database, query: string, limit = usualLimit): SearchHit[] {
  const words = wordsIn(query)
  if (words.length === 0) return []
  indexAllWords(database)
  const match = words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`))
  return database
    .statement<{ id: string; type: string; json: string }>(
      `SELECT record.id, record.type, record.json
       FROM (
         SELECT rowid AS key, rank FROM search
         WHERE search MATCH ? AND rank MATCH 'bm25(5.0, 1.0)' ORDER BY rank LIMIT ?
       ) AS hit
       JOIN record ON record.key = hit.key ORDER BY hit.rank`,
    )
    .all(match.join(' '), limit)
    .map(({ id, type, json }) => {
      const { title, text } = searchTextOf(checkedRecord(json)) ?? { title: '', text: '' }
      const snippet = snippetOf(text, words)
      return { id, type, title: title || snippet.slice(0, 80), snippet }
    })
}

/** The words of a query, as the index cuts them: runs of letters and digits. */
function wordsIn(query: string): string[] {
  return query.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}
