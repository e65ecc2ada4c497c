import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../../shared/errors.ts'
import { closedProject, expectWhole } from '../../../test/harness/closed-project.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import { addPage, wordsChange } from '../../../test/harness/records.ts'
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../../../test/harness/small-disk.ts'
import { problemsOf } from '../../../test/harness/stored.ts'

const failing = (code: ErrorCode, part = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(part) })

describe.skipIf(noSmallDisk)(`on a small disk${noSmallDisk ? ` (${noSmallDisk})` : ''}`, () => {
  let disk: SmallDisk
  let there: TemporaryProjects
  beforeEach(() => {
    disk = mountSmallDisk(2)
    there = temporaryProjects(undefined, join(disk.path, 'all'))
  })
  afterEach(() => {
    there.projects.closeAll()
    disk.unmount()
  })

  const fill = () => {
    const filler = join(disk.path, 'filler')
    for (let size = 1 << 20; size >= 512; size /= 2)
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
      } catch {
        // No room for a block of this size: try a smaller one.
      }
    return filler
  }

  it('a save that finds the disk full changes nothing, and works once there is room', () => {
    const path = closedProject(there)
    const { project } = there.projects.open(path)
    const access = there.projects.get(project)
    const filler = fill()
    const before = access.moduleRecords('m')
    const { seq } = there.projects.store(project).tail.newest
    const write = () =>
      access.commit({ label: 'Write', change: wordsChange(access, 'm.p0', 'new '.repeat(20_000)) })
    expect(write).toThrow(failing('disk-full', path))
    expect(write).toThrow(failing('disk-full'))
    expect(access.moduleRecords('m')).toEqual(before)
    expect(() => there.projects.create({ title: 'New' })).toThrow(failing('disk-full'))
    expect(readdirSync(join(disk.path, 'all', 'projects'))).toEqual(['Closed.morsel'])

    rmSync(filler)
    expect(write().seq).toBe(seq + 1)
    there.projects.close(project)
    expectWhole(there, path)
  })

  it('closing on a full disk loses nothing that was saved', () => {
    const path = closedProject(there)
    const { project } = there.projects.open(path)
    addPage(there.projects.get(project), 'm', 'late', 'words '.repeat(3000))
    const filler = fill()
    there.projects.close(project)
    rmSync(filler)
    const again = there.projects.open(path)
    expect(there.projects.get(again.project).record('m.late')).not.toBeNull()
    expect(problemsOf(there.projects.store(again.project).database)).toEqual([])
  })

  it('a disk nobody may write to opens no project and takes no new one', () => {
    const path = closedProject(there)
    disk.makeReadOnly()
    expect(() => there.projects.open(path)).toThrow(failing('read-only', path))
    expect(() => there.projects.create({ title: 'New' })).toThrow(failing('read-only'))
  })
})
