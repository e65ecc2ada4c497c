import { StudioError } from '../../../../shared/errors.ts'
import { isFull } from '../full-disk.ts'
import { writeFailure } from '../intake/failures.ts'

/**
 * The studio's error for what went wrong where files were written to `folders`: `disk-full` where that was it, which ffmpeg tells
 * in words of its own, and some versions not at all.
 */
export async function diskFailure(error: unknown, folders: readonly [string, ...string[]]): Promise<unknown> {
  const isOfFfmpeg = error instanceof StudioError && error.code === 'ffmpeg-failed'
  const isSaid = isOfFfmpeg && error.message.includes('No space left on device')
  const full = (await Promise.all(folders.map(async (path) => ((await isFull(path)) ? path : [])))).flat()
  const [path = folders[0]] = full
  if (isSaid || (isOfFfmpeg && full.length > 0))
    return new StudioError('disk-full', { path }, { cause: error })
  return writeFailure(error, { project: path, path })
}
