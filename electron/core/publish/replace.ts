import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StudioError } from '../../../shared/errors.ts'

/** A name beside `target`, so that the last move stays on one disk. */
export function nameBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`)
}

/**
 * Writes `target` as a whole or not at all: `write` fills a temporary file beside it, which takes its place only when it is
 * complete and `check` has nothing against it. Whatever goes wrong, what was there before is untouched and nothing is left
 * over.
 */
export async function replaceFile<Result>(
  target: string,
  { overwrite, check }: { overwrite: boolean; check?: (path: string) => Promise<void> },
  write: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  await refuseExisting(target, overwrite)
  const temporary = nameBeside(target)
  const file = await open(temporary, 'wx').catch((error: unknown) => {
    throw writeError(error, target)
  })
  try {
    const result = await closing(file, write)
    await check?.(temporary)
    // Somebody may have put a file there while this one was being written.
    await refuseExisting(target, overwrite)
    await rename(temporary, target)
    return result
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw writeError(error, target)
  }
}

async function closing<Result>(file: FileHandle, write: (file: FileHandle) => Promise<Result>) {
  try {
    return await write(file)
  } finally {
    await file.close()
  }
}

async function refuseExisting(target: string, overwrite: boolean): Promise<void> {
  const found = await stat(target).catch(() => null)
  if (found && (!overwrite || found.isDirectory())) throw new StudioError('file-exists', { path: target })
}

/** A failure to write `target`, in words; other failures as they are. */
export function writeError(error: unknown, target: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (error instanceof StudioError || typeof code !== 'string') return error
  const options = { cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StudioError('disk-full', { path: target }, options)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StudioError('read-only', { path: target }, options)
  const problem = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no folder ${dirname(target)}` : code
  return new StudioError('write-failed', { path: target, problem }, options)
}
