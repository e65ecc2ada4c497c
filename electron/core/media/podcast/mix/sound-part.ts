import { type FileHandle, open } from 'node:fs/promises'
import { wavHeader } from '../../speech/wav.ts'

/** Bytes before the samples of every WAV file that is remembered. */
const headBytes = 44
const bytesEach = 2

type Head = { rate: number; channels: number; frames: number }

/** What a remembered sound says of itself; null where it is none, or was not written to its end. */
export async function readHead(path: string): Promise<Head | null> {
  const file = await open(path).catch(() => null)
  if (!file) return null
  try {
    return await headOf(file)
  } finally {
    await file.close()
  }
}

async function headOf(file: FileHandle): Promise<Head | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
  if (bytesRead < headBytes || buffer.toString('latin1', 36, 40) !== 'data') return null
  const [channels, rate, bytes] = [buffer.readUInt16LE(22), buffer.readUInt32LE(24), buffer.readUInt32LE(40)]
  const { size } = await file.stat()
  if (channels === 0 || rate === 0 || size < headBytes + bytes) return null
  return { rate, channels, frames: Math.floor(bytes / channels / bytesEach) }
}

/**
 * A part of a remembered sound as a WAV file's bytes: so many seconds from so many on, as far as there is something. Only the
 * part is read. Null where there is no such sound any more.
 */
export async function soundPart(
  path: string,
  { from, seconds }: { from: number; seconds: number | null },
): Promise<Buffer | null> {
  const file = await open(path).catch(() => null)
  if (!file) return null
  try {
    const head = await headOf(file)
    if (!head) return null
    const { rate, channels, frames } = head
    const first = Math.min(frames, Math.round(from * rate))
    const count = Math.min(frames - first, seconds === null ? frames : Math.round(seconds * rate))
    const bytes = Buffer.alloc(count * channels * bytesEach)
    await file.read(bytes, 0, bytes.length, headBytes + first * channels * bytesEach)
    return Buffer.concat([wavHeader({ bytes: bytes.length, rate, channels }), bytes])
  } finally {
    await file.close()
  }
}
