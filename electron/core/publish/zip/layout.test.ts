import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { centralDirectory, localHeader, type ZipRecord } from './layout.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-zip64-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const words = Buffer.from('the end')
const record = (name: string, bytes: number, offset: number): ZipRecord => ({
  name,
  method: 'stored',
  crc32: bytes === words.length ? crc32(words) : 0,
  packedBytes: bytes,
  bytes,
  offset,
})

describe('zip64', () => {
  // The large file is a hole: it takes no room, and nothing has to write or read it.
  it('gives readers sizes and offsets beyond 4 GiB', async () => {
    const large = record('large.mp4', 4.5 * 1024 ** 3, 0)
    const last = record('last.txt', words.length, localHeader(large).length + large.bytes)
    const end = last.offset + localHeader(last).length + last.bytes
    const file = await open(join(folder, 'large.zip'), 'wx')
    await file.write(localHeader(large), 0, undefined, large.offset)
    await file.write(Buffer.concat([localHeader(last), words]), 0, undefined, last.offset)
    await file.write(centralDirectory([large, last], end), 0, undefined, end)
    await file.close()

    const zip = await yauzl.openPromise(join(folder, 'large.zip'))
    const found = []
    for await (const entry of zip.eachEntry()) {
      found.push([entry.fileName, entry.uncompressedSize, entry.relativeOffsetOfLocalHeader])
      if (entry.fileName === 'last.txt')
        expect(await buffer(await zip.openReadStreamPromise(entry))).toEqual(words)
    }
    expect(found).toEqual([
      ['large.mp4', large.bytes, 0],
      ['last.txt', words.length, last.offset],
    ])
  })

  it('counts more than 65,535 files', async () => {
    const records = Array.from({ length: 66_000 }, (_, place) => record(`f${place}`, 0, 0))
    const zip = await yauzl.fromBufferPromise(centralDirectory(records, 0))
    expect(zip.entryCount).toBe(66_000)
  })
})
