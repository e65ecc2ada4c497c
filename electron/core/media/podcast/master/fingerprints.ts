import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { MixFile } from '../mix/mix.ts'
import type { SoundJob } from './sound.ts'

/** Bytes. */
const hashedAtOnce = 8_000_000

/** Hashes stretches of a mix, each of them once. */
export function fingerprints(mix: MixFile): SoundJob['fingerprint'] {
  const known = new Map<string, Promise<string>>()
  return ({ from, to }) => {
    const key = `${from} ${to}`
    const found = known.get(key) ?? hashOf(mix.path, from * 8, (to - from) * 8)
    known.set(key, found)
    return found
  }
}

async function hashOf(path: string, from: number, length: number): Promise<string> {
  const file = await open(path)
  try {
    const hash = createHash('sha256')
    const bytes = Buffer.allocUnsafe(Math.min(length, hashedAtOnce))
    for (let done = 0; done < length; done += bytes.length) {
      const { bytesRead } = await file.read(bytes, 0, Math.min(bytes.length, length - done), from + done)
      hash.update(bytes.subarray(0, bytesRead))
    }
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}
