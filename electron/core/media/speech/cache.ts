import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** As much as spoken sentences may take on disk, in bytes: about ten hours of speech. */
const most = 2_000_000_000

/** Spoken sentences by what was said and how; each is a WAV file. */
export type SpeechCache = {
  /** The file of a sentence, made by `make` into the path it is given when it is not there yet. */
  get: (key: readonly string[], make: (path: string) => Promise<void>) => Promise<string>
  /** Throws away what was not used for longest, once there is too much. */
  tidy: () => Promise<void>
}

export function createSpeechCache(folder: string): SpeechCache {
  return {
    async get(key, make) {
      const name = createHash('sha256').update(JSON.stringify(key)).digest('hex')
      const path = join(folder, `${name}.wav`)
      const now = new Date()
      // Used now: what is used last goes last.
      const isThere = await utimes(path, now, now).then(
        () => true,
        () => false,
      )
      if (isThere) return path
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `${name}.${randomUUID()}.part`)
      try {
        await make(temporary)
        await rename(temporary, path)
      } finally {
        await rm(temporary, { force: true })
      }
      return path
    },
    async tidy() {
      const names = await readdir(folder).catch(() => [])
      const files = await Promise.all(
        names.map(async (name) => {
          const path = join(folder, name)
          const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }))
          return { path, size, mtimeMs }
        }),
      )
      let total = files.reduce((sum, { size }) => sum + size, 0)
      for (const { path, size } of files.toSorted((one, other) => one.mtimeMs - other.mtimeMs)) {
        if (total <= most) return
        total -= size
        await rm(path, { force: true })
      }
    },
  }
}
