import { randomFillSync } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberedVideo } from '../../../../test/harness/media.ts'
import { type TemporaryProjects, temporaryProjects } from '../../../../test/harness/projects.ts'
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../../../../test/harness/small-disk.ts'
import { run } from '../../../../test/harness/work.ts'
import type { ProjectAccess } from '../../domains.ts'
import { commitAsset } from '../assets.ts'
import { createMedia, type Media } from '../media.ts'

let disk: SmallDisk
let here: TemporaryProjects
let project: ProjectAccess
let media: Media
beforeEach((context) => {
  if (noSmallDisk) context.skip(noSmallDisk)
  disk = mountSmallDisk(12)
  here = temporaryProjects(undefined, join(disk.path, 'studio'))
  media = createMedia({ ffmpeg: process.env.MORSEL_FFMPEG ?? null, paths: { resources: disk.path } })
  project = here.projects.get(here.projects.create({ title: 'Small' }).project)
})
afterEach(() => {
  if (noSmallDisk) return
  here.dispose()
  disk.unmount()
})

const stored = () => readdirSync(join(project.path, 'media'))
const noise = (bytes: number) => randomFillSync(Buffer.alloc(bytes))

describe('on a small disk', () => {
  it('an import that fills the disk says so and leaves nothing', async () => {
    const { folder, dispose } = temporaryProjects()
    const path = join(folder, 'long.mp4')
    writeFileSync(path, Buffer.concat([readFileSync(numberedVideo({ seconds: 4 })), noise(20_000_000)]))
    await expect(run(media.takeFile(project, path))).rejects.toMatchObject({ code: 'disk-full' })
    expect(stored()).toEqual([])
    dispose()
  })

  it('a cut that fills the disk says so and leaves nothing', async () => {
    const { result: asset } = await run(media.takeFile(project, numberedVideo({ seconds: 12 })))
    commitAsset(project, asset, 'Import')
    const ballast = join(disk.path, 'ballast')
    for (let bytes = 8_000_000; bytes > 10_000; bytes /= 2)
      try {
        writeFileSync(ballast, noise(bytes), { flag: 'a' })
      } catch {
        // Full for pieces of this size: smaller ones follow.
      }
    const cut = run(media.rendition(project, asset, [{ start: 1, end: 11 }]))
    await expect(cut).rejects.toMatchObject({ code: 'disk-full' })
    expect(stored()).toEqual([`${asset.sha256}.mp4`])
  })

  it('a project that cannot be written says so, and what it holds can be read', async () => {
    const { result: asset } = await run(media.takeFile(project, numberedVideo({ seconds: 4 })))
    commitAsset(project, asset, 'Import')
    const other = mountSmallDisk(4)
    cpSync(join(project.path, 'media'), join(other.path, 'media'), { recursive: true })
    other.makeReadOnly()
    const { path } = other
    const locked: ProjectAccess = {
      ...project,
      path,
      filePath: (file) => join(path, 'media', `${file.sha256}.${file.extension}`),
    }
    const failed = run(media.takeFile(locked, numberedVideo({ seconds: 12 })))
    await expect(failed).rejects.toMatchObject({ code: 'read-only', details: { path } })
    await expect(media.frame(locked, asset, 1)).rejects.toMatchObject({ code: 'read-only' })
    const { result } = await run(media.rendition(locked, asset, []))
    expect(result.sha256).toBe(asset.sha256)
    other.unmount()
  })
})
