import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectAccess } from '../../domains.ts'
import { writeFailure } from './failures.ts'

/** Files that are still being made carry this before their name, so that what a crash left is known as such. */
const prefix = '.unfinished-'

/** Files this process is making right now. */
const inUse = new Set<string>()

const swept = new WeakSet<ProjectAccess>()

/** A file to make in a project's `media/`. `remove` must be called in the end, also when the file was moved to its place. */
export type TemporaryFile = { path: string; remove: () => Promise<void> }

/**
 * An empty file to be written. What an earlier crash left goes first; a project is open in one process, so nobody else is
 * making it.
 */
export async function temporaryFile(project: ProjectAccess, extension: string): Promise<TemporaryFile> {
  const folder = join(project.path, 'media')
  await mkdir(folder).catch((error: unknown) => {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!isThere) throw writeFailure(error, { project: project.path, path: folder })
  })
  if (!swept.has(project)) {
    swept.add(project)
    await removeUnfinished(folder)
  }
  const path = join(folder, `${prefix}${randomUUID()}${extension}`)
  inUse.add(path)
  // Made here and not by ffmpeg, whose words for a folder that cannot be written are its own.
  await open(path, 'wx')
    .then((file) => file.close())
    .catch((error: unknown) => {
      inUse.delete(path)
      throw writeFailure(error, { project: project.path, path })
    })
  return {
    path,
    async remove() {
      inUse.delete(path)
      await rm(path, { force: true }).catch(() => {})
    },
  }
}

/** Removes what a crash left in a project's `media/`. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => name.startsWith(prefix)).map((name) => join(folder, name))
  await Promise.all(
    left.filter((path) => !inUse.has(path)).map((path) => rm(path, { force: true }).catch(() => {})),
  )
}
