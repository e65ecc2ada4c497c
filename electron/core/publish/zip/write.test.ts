import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { type PackageFile, textFile } from '../package-file.ts'
import { replaceFile } from '../replace.ts'
import { writeZip } from './write.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function mediaFile(path: string, bytes: Buffer): PackageFile {
  const file = join(folder, path.replaceAll('/', '-'))
  writeFileSync(file, bytes)
  return { path, content: { type: 'stored', file, bytes: bytes.length, crc32: crc32(bytes) } }
}

/** Bytes that do not repeat within any power of two. */
const noise = (length: number, seed = 1) =>
  Buffer.alloc(length, Buffer.from(Array.from({ length: 509 }, (_, place) => (place * 31 + seed * 17) & 255)))

async function entriesOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { strictFileNames: true })
  const entries = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return entries
}

const pack = (name: string, files: PackageFile[], options: Parameters<typeof writeZip>[2] = {}) =>
  replaceFile(join(folder, name), { overwrite: false }, (file) => writeZip(file, files, options))

const hasTool = (tool: string, ...parameters: string[]) => {
  try {
    execFileSync(tool, parameters, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('the zip writer', () => {
  const files = () => [
    textFile('imsmanifest.xml', '<manifest/>'.repeat(500)),
    mediaFile('media/small.jpg', noise(1000)),
    mediaFile('media/large.mp4', noise(3 * 1024 * 1024 + 7, 2)),
    textFile('médiathèque/日本語.txt', 'words'),
    mediaFile('media/empty.bin', Buffer.alloc(0)),
    textFile('empty.txt', ''),
  ]

  it('writes what other readers read back, with the hash of the whole', async () => {
    const written = await pack('a.zip', files(), { checksum: true })
    const path = join(folder, 'a.zip')
    const bytes = readFileSync(path)
    expect(written.bytes).toBe(bytes.length)
    expect(written.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const entries = await entriesOf(path)
    expect([...entries.keys()]).toEqual(files().map((file) => file.path))
    for (const { path: name, content } of files())
      expect(entries.get(name)).toEqual(
        Buffer.from(content.type === 'text' ? content.data : readFileSync(content.file)),
      )
  })

  it('deflates text and stores media', async () => {
    await pack('a.zip', files())
    const zip = await yauzl.openPromise(join(folder, 'a.zip'))
    const methods = new Map<string, number>()
    for await (const entry of zip.eachEntry()) methods.set(entry.fileName, entry.compressionMethod)
    expect(methods.get('imsmanifest.xml')).toBe(8)
    expect(methods.get('media/large.mp4')).toBe(0)
  })

  it('gives the same bytes for the same files', async () => {
    const first = await pack('a.zip', files(), { checksum: true })
    const second = await pack('b.zip', files())
    expect(second).toEqual({ bytes: first.bytes, sha256: null })
    expect(readFileSync(join(folder, 'b.zip'))).toEqual(readFileSync(join(folder, 'a.zip')))
  })

  it.skipIf(!hasTool('unzip', '-v'))('passes unzip -t', async () => {
    await pack('a.zip', files())
    expect(execFileSync('unzip', ['-t', join(folder, 'a.zip')], { encoding: 'utf8' })).toContain('No errors')
  })

  it.skipIf(!hasTool('python3', '--version'))('passes Python’s zipfile', async () => {
    await pack('a.zip', files())
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))'
    const result = execFileSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' })
    expect(result.trim()).toBe('None 6')
  })

  it('refuses a medium that has lost its end, and leaves nothing', async () => {
    const broken = mediaFile('media/cut.mp4', noise(5000))
    if (broken.content.type === 'stored') truncateSync(broken.content.file, 4000)
    await expect(pack('a.zip', [broken])).rejects.toMatchObject({ code: 'media-damaged' })
    expect(readdirSync(folder).filter((name) => name.includes('a.zip'))).toEqual([])
  })

  it('stops when it is told to, leaves nothing, and keeps the file that was there', async () => {
    const target = join(folder, 'a.zip')
    writeFileSync(target, 'older')
    const stop = new AbortController()
    const work = replaceFile(target, { overwrite: true }, (file) =>
      writeZip(file, files(), { signal: stop.signal, onBytes: () => stop.abort() }),
    )
    await expect(work).rejects.toThrow()
    expect(readFileSync(target, 'utf8')).toBe('older')
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('refuses to replace a file unless it is told to', async () => {
    writeFileSync(join(folder, 'a.zip'), 'older')
    await expect(pack('a.zip', files())).rejects.toMatchObject({ code: 'file-exists' })
    expect(readFileSync(join(folder, 'a.zip'), 'utf8')).toBe('older')
  })

  it('says in words that there is no such folder', async () => {
    await expect(pack('nowhere/a.zip', files())).rejects.toThrow(/there is no folder .*nowhere/)
  })
})
