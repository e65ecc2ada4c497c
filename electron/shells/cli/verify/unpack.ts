import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Unpacks a zip into a folder, as an LMS does: streamed, and refusing names that lead out of it. */
export async function unpack(zip: string, folder: string): Promise<void> {
  const { openPromise } = await import('yauzl')
  const opened = await openPromise(zip, { strictFileNames: true, autoClose: false })
  try {
    for await (const entry of opened.eachEntry()) {
      const path = join(folder, entry.fileName)
      await mkdir(dirname(path), { recursive: true })
      await pipeline(await opened.openReadStreamPromise(entry), createWriteStream(path))
    }
  } finally {
    opened.close()
  }
}
