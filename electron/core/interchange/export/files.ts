import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '../../../../shared/errors.ts'
import type { StoredFile } from '../../domains.ts'

/** Writes new files and folders, and takes all of them away again when the work fails or is cancelled. */
export type FileSet = {
  /** Makes a folder and those above it that are missing. */
  folder: (path: string) => Promise<void>
  text: (path: string, text: string) => Promise<void>
  /** Copies a file; one with the same bytes that is there already is left as it is. */
  copy: (from: StoredFile & { path: string }, to: string, signal?: AbortSignal) => Promise<void>
  undo: () => Promise<void>
}

export function newFileSet(): FileSet {
  const files: string[] = []
  const folders: string[] = []
  const writing = async (path: string, write: () => Promise<void>) => {
    if (await stat(path).catch(() => null)) throw new StudioError('file-exists', { path })
    files.push(path)
    await write().catch((error: unknown) => {
      throw writeFailure(error, path)
    })
  }
  const folder = async (path: string): Promise<void> => {
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory()) return
    if (found) throw new StudioError('file-exists', { path })
    await folder(dirname(path))
    folders.push(path)
    await mkdir(path).catch((error: unknown) => {
      throw writeFailure(error, path)
    })
  }
  return {
    folder,
    text: (path, text) => writing(path, () => writeFile(path, text, { flag: 'wx', flush: true })),
    copy: async (from, to, signal) => {
      if (await isSame(from, to)) return
      await writing(to, () =>
        pipeline(createReadStream(from.path), createWriteStream(to, { flags: 'wx' }), { signal }),
      )
    },
    undo: async () => {
      for (const path of files.reverse()) await rm(path, { force: true }).catch(() => {})
      for (const path of folders.reverse()) await rmdir(path).catch(() => {})
    },
  }
}

/** Whether `path` is a file with the bytes of `file`: modules of one series often show the same picture. */
async function isSame({ bytes, sha256 }: StoredFile, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile() || found.size !== bytes) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex') === sha256
}

/** Writes a file whole or not at all, in place of one that is there; a link stays one, and what it leads to is replaced. */
export function replaceText(path: string, text: string): Promise<void> {
  return replace(path, (temporary) => writeFile(temporary, text, { flag: 'wx', flush: true }))
}

/** Copies a file whole or not at all, in place of one that is there, as `replaceText` writes one. */
export function replaceCopy(from: string, to: string): Promise<void> {
  // Shares the bytes where the file system can.
  return replace(to, (temporary) => copyFile(from, temporary, constants.COPYFILE_FICLONE))
}

async function replace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const temporary = `${target}.${randomUUID()}.part`
  try {
    await write(temporary)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw writeFailure(error, target)
  }
}

/** The studio's error for what the operating system said when `path` was written. */
export function writeFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const options = { cause: error }
  if (error instanceof StudioError || !/^E[A-Z0-9]+$/.test(code)) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StudioError('disk-full', { path }, options)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StudioError('read-only', { path }, options)
  return new StudioError('write-failed', { path, problem: code }, options)
}
