import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writePretendPlayer } from '../../../test/harness/pretend-player.ts'
import { type TemporaryProjects, temporaryProjects } from '../../../test/harness/projects.ts'
import { addPublishableModule, pretendMedia } from '../../../test/harness/publishable.ts'
import { mountSmallDisk, noSmallDisk } from '../../../test/harness/small-disk.ts'
import { checkModule } from '../../../shared/model/rules/index.ts'
import type { ProjectAccess } from '../domains.ts'
import { publishModule } from './publish.ts'

let here: TemporaryProjects
let project: ProjectAccess
let built: string
beforeEach(() => {
  here = temporaryProjects()
  project = here.projects.get(here.projects.create({ title: 'Bees' }).project)
  built = join(here.folder, 'out')
  writePretendPlayer(built)
  addPublishableModule(project)
})
afterEach(() => here.dispose())

async function publish(request: Partial<Parameters<typeof publishModule>[1]>): Promise<void> {
  const whole = { module: 'm', format: 'scorm12' as const, out: '', ...request }
  const lent = { media: pretendMedia(), check: checkModule, built }
  for await (const event of publishModule(project, whole, lent, new AbortController().signal))
    if (event.type === 'done') return
}

describe.skipIf(noSmallDisk)(`on a small disk of its own${noSmallDisk ? ` (${noSmallDisk})` : ''}`, () => {
  it('says that the disk is full, leaves nothing and keeps the older package', async () => {
    const disk = mountSmallDisk(1)
    try {
      const out = join(disk.path, 'm.zip')
      writeFileSync(out, 'older')
      writeFileSync(join(disk.path, 'ballast'), Buffer.alloc(1_040_000))
      await expect(publish({ out, overwrite: true })).rejects.toMatchObject({ code: 'disk-full' })
      await expect(publish({ format: 'web', out: join(disk.path, 'site') })).rejects.toMatchObject({
        code: 'disk-full',
      })
      expect(readdirSync(disk.path).toSorted()).toEqual(['ballast', 'm.zip'])
      expect(readFileSync(out, 'utf8')).toBe('older')
    } finally {
      disk.unmount()
    }
  })

  it('says that it cannot be written to', async () => {
    const disk = mountSmallDisk(1)
    try {
      disk.makeReadOnly()
      await expect(publish({ out: join(disk.path, 'm.zip') })).rejects.toMatchObject({ code: 'read-only' })
      await expect(publish({ format: 'web', out: join(disk.path, 'site') })).rejects.toMatchObject({
        code: 'read-only',
      })
    } finally {
      disk.unmount()
    }
  })
})
