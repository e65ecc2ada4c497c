import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Throws away the files of a folder that were not used for longest, until the rest takes at most so many bytes. */
export async function throwAwayOldest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }))
      return { path, size, mtimeMs }
    }),
  )
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size } of files.toSorted((one, other) => one.mtimeMs - other.mtimeMs)) {
    if (total <= most) return
    total -= size
    await rm(path, { force: true }).catch(() => {})
  }
}
