import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { isFull } from '../full-disk.ts'
import { writeFailure } from '../intake/failures.ts'
import { throwAwayOldest } from '../throw-away.ts'
import { SpeechProblem } from './engine.ts'

/** As much as spoken sentences may take on disk, in bytes: about ten hours of speech. */
const most = 2_000_000_000

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
    tidy: () => throwAwayOldest(folder, most),
  }
}
