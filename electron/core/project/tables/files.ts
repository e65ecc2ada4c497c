import type { StoredFile } from '../../domains.ts'
import type { Database } from '../driver.ts'

const columns = 'asset.sha256, asset.crc32, asset.bytes, asset.extension'

export function findFile(database: Database, sha256: string): StoredFile | null {
  return database.statement<StoredFile>(`SELECT ${columns} FROM asset WHERE sha256 = ?`).get(sha256) ?? null
}

/** Notes a file of `media/`. The same bytes are noted once, under the extension they came with first. */
export function addFile(database: Database, { sha256, crc32, bytes, extension }: StoredFile) {
  database
    .statement('INSERT OR IGNORE INTO asset (sha256, crc32, bytes, extension) VALUES (?, ?, ?, ?)')
    .run(sha256, crc32, bytes, extension)
}

export function findRendition(database: Database, key: string): StoredFile | null {
  return (
    database
      .statement<StoredFile>(
        `SELECT ${columns} FROM rendition JOIN asset ON asset.sha256 = rendition.sha256 WHERE key = ?`,
      )
      .get(key) ?? null
  )
}

export function addRendition(database: Database, key: string, file: StoredFile) {
  addFile(database, file)
  database.statement('INSERT OR REPLACE INTO rendition (key, sha256) VALUES (?, ?)').run(key, file.sha256)
}
