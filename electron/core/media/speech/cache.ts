import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { writeFailure } from '../intake/failures.ts'
import { SpeechProblem } from './engine.ts'

/** As much as spoken sentences may take on disk, in bytes: about ten hours of speech. */
const most = 2_000_000_000

/** A disk with less room for a sentence than this is full, in bytes. */
const leastRoom = 100_000

async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => null)
  return disk !== null && disk.bavail * disk.bsize < leastRoom
}

/** Spoken sentences by what was said and how; each is a WAV file. */
export type SpeechCache = {
  /** The file of a sentence, made by `make` into the path it is given when it is not there yet. Throws what
   * `make` throws, and `disk-full` and its like. */
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
      // Some programs go by the ending.
      const temporary = join(folder, `${name}.${randomUUID()}.part.wav`)
      try {
        await mkdir(folder, { recursive: true })
        await make(temporary)
        await rename(temporary, path)
      } catch (error) {
        // Engines have words of their own for it, and some write what there is room for and call it done.
        if (error instanceof SpeechProblem && (await isFull(folder)))
          throw new StudioError('disk-full', { path: folder }, { cause: error })
        throw writeFailure(error, { project: folder, path })
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
