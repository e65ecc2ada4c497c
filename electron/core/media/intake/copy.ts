import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { StudioError } from '../../../../shared/errors.ts'
import type { ProjectAccess, StoredFile } from '../../domains.ts'
import { progressOf } from '../ffmpeg/progress.ts'
import { throwIfAborted } from '../ffmpeg/run.ts'
import type { Progress } from '../ffmpeg/tools.ts'
import { readFailure, writeFailure } from './failures.ts'
import type { Source } from './source.ts'

/** What is known of bytes that were seen once. */
export type Fingerprint = Pick<StoredFile, 'sha256' | 'crc32' | 'bytes'>

type Copy = {
  source: Source
  target: string
  project: string
  /** Sees the first chunk and may throw. */
  onFirst?: (chunk: Uint8Array) => void
  signal?: AbortSignal | undefined
}

/** Twelve times a second is as smooth as a bar can look. */
const millisecondsBetweenProgress = 80

/** Copies a source into `target` and takes both hashes in the same pass; on return the bytes are on disk. */
export async function* copyIn({
  source,
  target,
  project,
  onFirst,
  signal,
}: Copy): AsyncGenerator<Progress, Fingerprint, undefined> {
  const { name, size, chunks } = source
  const asWriteFailure = (error: unknown) => {
    throw writeFailure(error, { project, path: target })
  }
  throwIfAborted(signal, name)
  const file = await open(target, 'w').catch(asWriteFailure)
  const hash = createHash('sha256')
  const startedAt = Date.now()
  let toldAt = 0
  let sum = 0
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      throwIfAborted(signal, name)
      if (bytes === 0) onFirst?.(chunk)
      // Written by another thread while this one hashes.
      const writing = writeAll(file, chunk).catch(asWriteFailure)
      hash.update(chunk)
      sum = crc32(chunk, sum)
      bytes += chunk.length
      await writing
      const now = Date.now()
      if (now - toldAt < millisecondsBetweenProgress) continue
      toldAt = now
      yield { type: 'progress', phase: 'Copying', ...progressOf(bytes, size, now - startedAt) }
    }
    throwIfAborted(signal, name)
    if (bytes === 0) throw new StudioError('file-empty', { name })
    await file.sync().catch(asWriteFailure)
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), crc32: sum, bytes }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}

/** Both hashes of a file that is there already. */
export async function fingerprint(path: string, signal?: AbortSignal): Promise<Fingerprint> {
  const file = await open(path).catch((error: unknown) => {
    throw readFailure(error, path)
  })
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(1024 * 1024)
    let sum = 0
    let bytes = 0
    for (;;) {
      throwIfAborted(signal, 'the new file')
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) break
      const chunk = buffer.subarray(0, bytesRead)
      hash.update(chunk)
      sum = crc32(chunk, sum)
      bytes += bytesRead
    }
    await file.sync()
    return { sha256: hash.digest('hex'), crc32: sum, bytes }
  } finally {
    await file.close()
  }
}

/** The stored file with these bytes, when the project notes one and it lies where it should; else null. */
export async function storedFile(project: ProjectAccess, sha256: string): Promise<StoredFile | null> {
  const file = project.file(sha256)
  return file && (await isThere(project, file)) ? file : null
}

/** Whether a noted file still lies in `media/`, with all its bytes. */
export async function isThere(project: ProjectAccess, file: StoredFile): Promise<boolean> {
  const found = await stat(project.filePath(file)).catch(() => null)
  return found?.size === file.bytes
}

/** Moves a finished file to its place in `media/` and notes it. */
export async function place(
  project: ProjectAccess,
  temporary: string,
  file: StoredFile,
): Promise<StoredFile> {
  const known = await storedFile(project, file.sha256)
  if (known) return known
  // A note whose file was lost keeps its extension, or the file would not be found by it.
  const noted = project.file(file.sha256) ?? file
  const path = project.filePath(noted)
  try {
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    throw writeFailure(error, { project: project.path, path })
  }
  project.addFile(noted)
  return noted
}

/** A new name is on disk only once its folder is; Windows neither needs nor allows it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
