import type { StoredFile } from '../../domains.ts'
import type { Database } from '../driver.ts'
import { DamagedContent } from '../failures.ts'

const columns = 'asset.sha256, asset.crc32, asset.bytes, asset.extension'

export function findFile(database: Database, sha256: string): StoredFile | null {
  return checked(database.statement<StoredFile>(`SELECT ${columns} FROM asset WHERE sha256 = ?`).get(sha256))
}

/** A row of `asset` becomes a path: one that somebody made up must not lead out of `media/`. */
function checked(file: StoredFile | undefined): StoredFile | null {
  if (!file) return null
  if (/^[0-9a-f]{64}$/.test(file.sha256) && /^[a-z0-9]{1,8}$/.test(file.extension)) return file
  throw new DamagedContent('a media file has a name it cannot have')
}

/** Notes a file of `media/`. The same bytes are noted once, under the extension they came with first. */
export function addFile(database: Database, { sha256, crc32, bytes, extension }: StoredFile) {
  database
    .statement('INSERT OR IGNORE INTO asset (sha256, crc32, bytes, extension) VALUES (?, ?, ?, ?)')
    .run(sha256, crc32, bytes, extension)
}

export function findRendition(database: Database, key: string): StoredFile | null {
  return checked(
    database
      .statement<StoredFile>(
        `SELECT ${columns} FROM rendition JOIN asset ON asset.sha256 = rendition.sha256 WHERE key = ?`,
      )
      .get(key),
  )
}

export function addRendition(database: Database, key: string, file: StoredFile) {
  addFile(database, file)
  database.statement('INSERT OR REPLACE INTO rendition (key, sha256) VALUES (?, ?)').run(key, file.sha256)
}
