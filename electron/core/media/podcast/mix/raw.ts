import { type FileHandle, open } from 'node:fs/promises'
import { StudioError } from '../../../../../shared/errors.ts'
import type { Fades } from '../../../../../shared/podcast/fades.ts'

/** 32-bit float samples in a file without a header, of so many channels at the rate of the mix: `frames` of them from `first`. */
export type Raw = { path: string; channels: 1 | 2; first: number; frames: number }

/** A sound at its place in the mix: from frame `start` for `frames`, over and over where it is shorter. */
export type Layer = Fades & { raw: Raw; start: number }

/** Bytes of a sample. */
const size = Float32Array.BYTES_PER_ELEMENT

/** Reads from many raw files, each of which is opened once. `close` must be called in the end. */
export function createRawReader(): {
  read: (raw: Raw, from: number, frames: number) => Promise<Float32Array>
  close: () => Promise<void>
} {
  const files = new Map<string, FileHandle>()
  return {
    /** `frames` frames of `raw` from its frame `from` on; zeros where it has no more. */
    async read({ path, channels, first, frames: all }, from, frames) {
      const file = files.get(path) ?? (await open(path))
      files.set(path, file)
      const samples = new Float32Array(frames * channels)
      const bytes = Math.max(0, Math.min(frames, all - from)) * channels * size
      const { bytesRead } = await file.read(samples, 0, bytes, (first + from) * channels * size)
      if (bytesRead < bytes)
        throw new StudioError('file-unreadable', { path, problem: 'it is shorter than it was' })
      return samples
    },
    async close() {
      await Promise.all([...files.values()].map((file) => file.close()))
    },
  }
}
