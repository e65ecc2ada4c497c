import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

const chunkBytes = 1024 * 1024

/** Where an archive's bytes go, in order: to the disk and, where one is asked for, into the hash. */
export type ZipOutput = {
  /** Bytes handed over so far. */
  position: () => number
  write: (bytes: Uint8Array) => Promise<void>
  /** Copies `bytes` bytes of an open file, telling after each chunk how many; false when the file holds fewer. */
  copy: (from: FileHandle, bytes: number, onChunk: (bytes: number) => void) => Promise<boolean>
  /** Waits until all is written and tells the SHA-256; null where none was asked for. */
  finish: () => Promise<string | null>
  /** Waits until nothing is under way any more; for when it failed. */
  stop: () => Promise<void>
}

/**
 * Three things go on at once: the system writes one chunk and reads the next while this thread hashes, half a millisecond
 * at a time. So the hash costs no second pass, but a third of the time all the same; without `checksum` there is none.
 */
export function createZipOutput(file: FileHandle, { checksum }: { checksum: boolean }): ZipOutput {
  const hash = checksum ? createHash('sha256') : null
  const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)]
  let turn = 0
  let position = 0
  let writing: Promise<void> = Promise.resolve()

  /** Hands `bytes` on. They must stay as they are until the next call has returned. */
  async function send(bytes: Uint8Array): Promise<void> {
    await writing
    writing = writeAll(file, bytes, position)
    // A failed write is met at the next `await writing`; until then it must not end the process.
    writing.catch(() => {})
    position += bytes.length
  }

  return {
    position: () => position,
    async write(bytes) {
      await send(bytes)
      hash?.update(bytes)
      await writing
    },
    async copy(from, bytes, onChunk) {
      const read = (left: number) => {
        turn += 1
        const reading = from.read(buffers[turn % 2] as Buffer, 0, Math.min(chunkBytes, left))
        reading.catch(() => {})
        return reading
      }
      let left = bytes
      await writing
      let reading = read(left)
      while (left > 0) {
        const { bytesRead, buffer } = await reading
        if (bytesRead === 0) return false
        left -= bytesRead
        const chunk = buffer.subarray(0, bytesRead)
        await send(chunk)
        if (left > 0) reading = read(left)
        hash?.update(chunk)
        onChunk(bytesRead)
      }
      return true
    },
    async finish() {
      await writing
      return hash?.digest('hex') ?? null
    },
    stop: () => writing.catch(() => {}),
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written)
    written += bytesWritten
  }
}
