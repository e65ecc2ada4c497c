import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'

/** A package as it lies on disk. */
export type ReadPackage = {
  /** Every file, by its name inside, in order. */
  names: string[]
  /** The files that are text, by name. Media are never read. */
  texts: Map<string, string>
  /** Of the zip; of all files together for a folder. */
  bytes: number
  /** Files whose bytes do not give what was written. */
  damaged: string[]
}

const isText = (name: string) => /\.(xml|html|js|css|json|webmanifest|vtt)$/i.test(name)

/** Reads a zip as others do: its table of contents, then the text files in it. */
export async function readZip(path: string): Promise<ReadPackage> {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(path, { strictFileNames: true, autoClose: false })
  const read: ReadPackage = { names: [], texts: new Map(), bytes: zip.fileSize, damaged: [] }
  try {
    for await (const entry of zip.eachEntry()) {
      read.names.push(entry.fileName)
      if (!isText(entry.fileName)) continue
      const bytes = await buffer(await zip.openReadStreamPromise(entry))
      if (crc32(bytes) !== entry.crc32) read.damaged.push(entry.fileName)
      read.texts.set(entry.fileName, bytes.toString('utf8'))
    }
  } finally {
    zip.close()
  }
  return read
}

/** Reads the files `names` of a folder. */
export async function readFolder(path: string, names: readonly string[]): Promise<ReadPackage> {
  const read: ReadPackage = { names: [], texts: new Map(), bytes: 0, damaged: [] }
  for (const name of names) {
    const found = await stat(join(path, name)).catch(() => null)
    if (!found) continue
    read.names.push(name)
    read.bytes += found.size
    if (isText(name)) read.texts.set(name, await readFile(join(path, name), 'utf8'))
  }
  return read
}
