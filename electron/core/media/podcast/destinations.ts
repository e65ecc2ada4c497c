import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { codingOf } from './master/coding.ts'
import type { EpisodeRequest } from './make-episode.ts'

/**
 * Finds out before anything takes long whether everything an episode is written to is free: each a place of its own, none of them
 * what the episode is made of, none there already unless `overwrite` says so.
 */
export async function requireDestinations(request: EpisodeRequest): Promise<void> {
  const { outputs, transcript, chapters, files, source, overwrite = false, bitrate = 128 } = request
  for (const output of outputs) codingOf(output, bitrate)
  const made = [...outputs, transcript, chapters].flatMap((path) => path ?? [])
  const madeOf = [...Object.values(files), source].flatMap((path) => path ?? [])
  const kept = new Set(await Promise.all(madeOf.map(identityOf)))
  const taken = new Set<string>()
  for (const path of made.map((one) => resolve(one))) {
    const folder = await stat(dirname(path)).catch(() => null)
    if (!folder?.isDirectory())
      throw new StudioError('write-failed', { path, problem: 'its folder does not exist' })
    const identity = await identityOf(path)
    if (kept.has(identity))
      throw new StudioError('invalid-input', {
        what: `The episode is made of ${path}, which would be written over.`,
      })
    if (taken.has(identity))
      throw new StudioError('invalid-input', { what: `Two different files would be written to ${path}.` })
    taken.add(identity)
    if (!overwrite && (await lstat(path).catch(() => null))) throw new StudioError('file-exists', { path })
  }
}

/** One for all ways to name a file; what is not there yet has that of its folder. */
async function identityOf(path: string): Promise<string> {
  const whole = resolve(path)
  const folder = dirname(whole)
  return realpath(whole).catch(async () => join(await realpath(folder).catch(() => folder), basename(whole)))
}
