import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { readFailure } from './failures.ts'

/** Bytes to take in. The chunk handed out is only good until the next one is asked for. */
export type Source = {
  /** The file's name, for people and for the asset. */
  name: string
  /** How many bytes will come, or null when nobody knows. */
  size: number | null
  chunks: AsyncIterable<Uint8Array>
}

/** Few system calls, and hashing one never holds up other work for long. */
const chunkBytes = 1024 * 1024

/** A file of this machine as a source. Only regular files: a pipe or a device might never end. */
export async function fileSource(path: string): Promise<Source> {
  const found = await stat(path).catch((error: unknown) => {
    throw readFailure(error, path)
  })
  if (found.isDirectory()) throw new StudioError('file-unreadable', { path, problem: 'it is a folder' })
  if (!found.isFile()) throw new StudioError('file-unreadable', { path, problem: 'it is not a regular file' })
  const name = assetName(basename(path))
  if (found.size === 0) throw new StudioError('file-empty', { name })
  return { name, size: found.size, chunks: chunksOf(path, found.size) }
}

async function* chunksOf(path: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path).catch((error: unknown) => {
    throw readFailure(error, path)
  })
  try {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, size))
    let total = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length).catch((error: unknown) => {
        throw readFailure(error, path)
      })
      if (bytesRead === 0) break
      total += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
    if (total !== size)
      throw new StudioError('file-unreadable', { path, problem: 'it changed while it was being copied' })
  } finally {
    await file.close()
  }
}

/** A request's body as a source; `size` is what its sender promised. */
export function streamSource(name: string, stream: ReadableStream<Uint8Array>, size: number | null): Source {
  const shown = assetName(name)
  return { name: shown, size, chunks: received(stream, shown, size) }
}

async function* received(stream: ReadableStream<Uint8Array>, name: string, size: number | null) {
  let total = 0
  try {
    for await (const chunk of stream) {
      total += chunk.length
      yield chunk
    }
  } catch (error) {
    throw new StudioError(
      'file-unreadable',
      { path: name, problem: 'the transfer broke off' },
      { cause: error },
    )
  }
  if (size !== null && total !== size)
    throw new StudioError('file-unreadable', { path: name, problem: 'the transfer broke off' })
}

/** A file's name as an asset keeps it: without folders or invisible characters, never empty, at most 255 long. */
export function assetName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const shown = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
  return shown.length <= 255
    ? shown || 'Untitled'
    : `${shown.slice(0, 240)}…${shown.slice(-14)}`.toWellFormed()
}
