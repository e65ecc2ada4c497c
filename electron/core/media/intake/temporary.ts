import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectAccess } from '../../domains.ts'
import { writeFailure } from './failures.ts'

/** Files that are still being made carry this before their name, so that what a crash left is known as such. */
const prefix = '.unfinished-'

/** Files this process is making right now. */
const inUse = new Set<string>()

const swept = new WeakSet<ProjectAccess>()

/**
 * Lends `work` the path of a file to make in the project's `media/`, and removes it afterwards unless it was moved. What an
 * earlier crash left there goes first; a project is open in one process, so nobody else is making it.
 */
export async function* withTemporaryFile<Event, Result>(
  project: ProjectAccess,
  extension: string,
  work: (path: string) => AsyncGenerator<Event, Result, undefined>,
): AsyncGenerator<Event, Result, undefined> {
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
  try {
    return yield* work(path)
  } finally {
    inUse.delete(path)
    await rm(path, { force: true }).catch(() => {})
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
