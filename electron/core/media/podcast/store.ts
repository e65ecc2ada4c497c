import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { throwAwayOldest } from '../throw-away.ts'

/** As much as a store may take on disk, in bytes. */
const most = 2_000_000_000

/**
 * What was made before, by all that made it. Only a memory: what it cannot write it forgets, and whoever asks makes what is
 * not there.
 */
export type Store = {
  /** The file of a key, or null. */
  find: (key: string) => Promise<string | null>
  keep: (key: string, bytes: Uint8Array) => Promise<void>
  /** Keeps a copy of a file, and answers where; null where it could not be written. */
  take: (key: string, path: string) => Promise<string | null>
  /** Throws away what was not used for longest, once there is too much. */
  tidy: () => Promise<void>
}

export function createStore(folder: string): Store {
  const pathOf = (key: string) => join(folder, key)
  async function put(key: string, write: (temporary: string) => Promise<void>): Promise<string | null> {
    const temporary = join(folder, `${randomUUID()}.part`)
    try {
      await mkdir(folder, { recursive: true })
      await write(temporary)
      await rename(temporary, pathOf(key))
      return pathOf(key)
    } catch {
      await rm(temporary, { force: true }).catch(() => {})
      return null
    }
  }
  return {
    async find(key) {
      const now = new Date()
      // Used now: what is used last goes last.
      return utimes(pathOf(key), now, now).then(
        () => pathOf(key),
        () => null,
      )
    },
    keep: async (key, bytes) => void (await put(key, (temporary) => writeFile(temporary, bytes))),
    take: (key, path) => put(key, (temporary) => copyFile(path, temporary)),
    tidy: () => throwAwayOldest(folder, most),
  }
}

/** The key of what is made of `parts`. */
export function storeKey(...parts: readonly (string | number | boolean | null | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = part instanceof Uint8Array ? part : JSON.stringify(part)
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return hash.digest('hex')
}
