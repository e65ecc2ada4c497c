import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { numberedVideo } from '../../../../test/harness/media.ts'
import { temporaryProjects } from '../../../../test/harness/projects.ts'
import { failureOf, run } from '../../../../test/harness/work.ts'
import type { ProjectAccess } from '../../domains.ts'
import { createMedia } from '../media.ts'

const { projects, folder, dispose } = temporaryProjects()
afterAll(dispose)
const media = createMedia({ ffmpeg: process.env.MORSEL_FFMPEG ?? null, paths: { resources: folder } })
const original = numberedVideo({ seconds: 4 })

let project: ProjectAccess
let count = 0
beforeEach(() => {
  project = projects.get(projects.create({ title: `Take ${count++}` }).project)
})
const stored = () => readdirSync(join(project.path, 'media'))
const take = (path: string, signal?: AbortSignal) => run(media.takeFile(project, path, signal))
const failure = (path: string) => failureOf(take(path))
const put = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
/** A file of this size that holds a short video and then nothing, so that it takes hardly any disk. */
function large(name: string, bytes: number): string {
  const path = join(folder, name)
  copyFileSync(original, path)
  truncateSync(path, bytes)
  return path
}

describe('taking a file in', () => {
  it('stores it under its hash, with its checksum noted, and leaves the original as it was', async () => {
    const before = statSync(original)
    const content = readFileSync(original)
    const { result } = await take(original)
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(result).toMatchObject({ id: `asset.${sha256.slice(0, 16)}`, sha256, bytes: content.length })
    const file = project.file(sha256)
    expect(file).toEqual({ sha256, crc32: crc32(content), bytes: content.length, extension: 'mp4' })
    expect(file && readFileSync(project.filePath(file)).equals(content)).toBe(true)
    expect(project.recordsOf('asset')).toEqual([])
    const { mtimeMs, size, mode } = statSync(original)
    expect([mtimeMs, size, mode]).toEqual([before.mtimeMs, before.size, before.mode])
  })

  it('stores the same bytes once, and puts back a stored file that was lost', async () => {
    const { result } = await take(original)
    const copy = join(folder, 'copy.mp4')
    copyFileSync(original, copy)
    expect((await take(copy)).result).toMatchObject({ ...result, name: 'copy.mp4' })
    expect(stored()).toHaveLength(1)
    rmSync(join(project.path, 'media', `${result.sha256}.mp4`))
    await take(copy)
    expect(stored()).toEqual([`${result.sha256}.mp4`])
  })

  it.each([
    '-y.mp4',
    'concat:a|b.mp4',
    'file:x.mp4',
    '100%d of %s.mp4',
    `quotes ' " and\nlines.mp4`,
    'Überblick – 概要 🎬.mp4',
    '../../up.mp4'.replaceAll('/', '∕'),
  ])('takes a file called %j', async (name) => {
    const path = join(folder, name)
    copyFileSync(original, path)
    const { result } = await take(path)
    expect(result).toMatchObject({ kind: 'video', seconds: expect.closeTo(4, 1) as number })
    expect(result.name).not.toMatch(/\p{Cc}/u)
  })

  it('says how far it has come, and how long it still takes', async () => {
    const { progress } = await take(large('long.mp4', 60_000_000))
    const fractions = progress.map(({ fraction }) => fraction).filter((fraction) => fraction !== null)
    expect(fractions.toSorted((one, other) => one - other)).toEqual(fractions)
    expect(fractions.at(-1)).toBeGreaterThan(0)
  })

  it('is never all in memory', async () => {
    const bytes = 400_000_000
    const path = large('large.mp4', bytes)
    globalThis.gc?.()
    const idle = process.memoryUsage().rss
    let most = 0
    for await (const _ of media.takeFile(project, path)) most = Math.max(most, process.memoryUsage().rss)
    // What else is garbage at that moment comes on top.
    expect(most - idle).toBeLessThan(bytes / 2)
  })
})

describe('a file that cannot be taken', () => {
  it('that is a folder, is nowhere, is empty or no regular file', async () => {
    mkdirSync(join(folder, 'album'), { recursive: true })
    expect((await failure(join(folder, 'album'))).message).toBe(
      `${join(folder, 'album')} cannot be read (it is a folder). Check that it is a file and that you may read it.`,
    )
    expect((await failure(join(folder, 'none.mp4'))).code).toBe('file-missing')
    expect((await failure(join(original, 'inside.mp4'))).code).toBe('file-missing')
    expect((await failure(put('empty.mp4', ''))).message).toBe(
      'empty.mp4 is empty (0 bytes). Export or copy it again, then import it.',
    )
    if (process.platform !== 'win32')
      expect((await failure('/dev/zero')).message).toContain('it is not a regular file')
    expect(stored()).toEqual([])
  })

  it('that may not be read', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may read everything')
    const path = put('secret.mp4', 'x')
    chmodSync(path, 0o000)
    expect((await failure(path)).message).toContain('no permission')
  })

  it('that shrinks while it is copied', async () => {
    const path = large('shrinking.mp4', 50_000_000)
    const work = media.takeFile(project, path)
    const rest = (async () => {
      await work.next()
      truncateSync(path, 20_000_000)
      for await (const _ of work);
    })()
    expect(await failureOf(rest)).toMatchObject({ code: 'file-unreadable' })
    expect(stored()).toEqual([])
  })

  it('that grows while it is copied', async () => {
    const path = large('growing.mp4', 50_000_000)
    const work = media.takeFile(project, path)
    await work.next()
    const file = openSync(path, 'r+')
    ftruncateSync(file, 60_000_000)
    writeSync(file, 'still recording', 60_000_000)
    closeSync(file)
    const rest = (async () => {
      for await (const _ of work);
    })()
    await expect(rest).rejects.toMatchObject({ code: 'file-unreadable' })
    expect(stored()).toEqual([])
  })

  it('that is damaged leaves nothing', async () => {
    expect((await failure(put('noise.mp4', 'noise'.repeat(1000)))).code).toBe('media-damaged')
    expect(stored()).toEqual([])
  })
})

describe('work that does not come to its end', () => {
  it('leaves nothing when it is cancelled', async () => {
    const path = large('cancelled.mp4', 100_000_000)
    const controller = new AbortController()
    const work = media.takeFile(project, path, controller.signal)
    await work.next()
    expect(stored()).toHaveLength(1)
    controller.abort()
    await expect(work.next()).rejects.toMatchObject({ code: 'cancelled' })
    expect(stored()).toEqual([])
  })

  it('leaves nothing when nobody listens any more', async () => {
    const work = media.takeFile(project, large('left.mp4', 100_000_000))
    await work.next()
    await work.return()
    expect(stored()).toEqual([])
  })

  it('is cleared away after a crash, when the project is next used', async () => {
    await take(original)
    const left = join(project.path, 'media', '.unfinished-0123')
    writeFileSync(left, 'half')
    const { path, handle } = project
    projects.close(handle)
    project = projects.get(projects.open(path).project)
    await take(original)
    expect(stored().filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('a project that cannot be written', () => {
  it('says that its folder was moved away', async () => {
    const moved = `${project.path}-moved`
    renameSync(project.path, moved)
    expect(await failure(original)).toMatchObject({ code: 'project-gone', details: { path: project.path } })
    renameSync(moved, project.path)
  })

  it('says that it may not be written to', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may write everywhere')
    const where = join(project.path, 'media')
    chmodSync(where, 0o500)
    expect((await failure(original)).code).toBe('read-only')
    chmodSync(where, 0o700)
  })
})
