import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { throwIfAborted } from '../ffmpeg/run.ts'
import { isFull } from '../full-disk.ts'
import { writeFailure } from '../intake/failures.ts'
import { throwAwayOldest } from '../throw-away.ts'
import { SpeechProblem } from './engine.ts'

/** As much as spoken sentences may take on disk, in bytes: about ten hours of speech. */
const most = 2_000_000_000

/** What is cancelled here, as people are told. */
const sentence = 'Speaking'

/** Spoken sentences by what was said and how; each is a WAV file. */
export type SpeechCache = {
  /**
   * The file of a sentence, made by `make` into the path it is given when it is not there yet; asked for several times at once,
   * it is made once. The making ends early when all who asked have gone away. Throws what `make` throws, `cancelled`, and
   * `disk-full` and its like.
   */
  get: (key: readonly string[], make: Make, signal?: AbortSignal) => Promise<string>
  /** Throws away what was not used for longest, once there is too much. */
  tidy: () => Promise<void>
}

type Make = (path: string, signal: AbortSignal) => Promise<void>

/** A sentence that is on its way, and how many wait for it. */
type Making = { path: Promise<string>; stop: AbortController; waiting: number }

export function createSpeechCache(folder: string): SpeechCache {
  const makings = new Map<string, Making>()

  async function findOrMake(name: string, make: Make, signal: AbortSignal): Promise<string> {
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
      await make(temporary, signal)
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
  }

  function begin(name: string, make: Make): Making {
    const stop = new AbortController()
    const path = findOrMake(name, make, stop.signal)
    const making = { path, stop, waiting: 0 }
    makings.set(name, making)
    const forget = () => {
      if (makings.get(name) === making) makings.delete(name)
    }
    path.then(forget, forget)
    return making
  }

  return {
    async get(key, make, signal) {
      const name = createHash('sha256').update(JSON.stringify(key)).digest('hex')
      throwIfAborted(signal, sentence)
      const making = makings.get(name) ?? begin(name, make)
      making.waiting++
      const left = Promise.withResolvers<never>()
      const leave = () => {
        making.waiting--
        // Others still wait for it, and get it.
        if (making.waiting > 0) return left.reject(new StudioError('cancelled', { what: sentence }))
        // Whoever asks from now on has it made anew; this one goes when nothing is left of the making.
        makings.delete(name)
        making.stop.abort()
      }
      signal?.addEventListener('abort', leave, { once: true })
      try {
        return await Promise.race([making.path, left.promise])
      } finally {
        signal?.removeEventListener('abort', leave)
      }
    },
    tidy: () => throwAwayOldest(folder, most),
  }
}
