import { statfs } from 'node:fs/promises'

/** A disk with less room than this is full, in bytes: no sentence fits. */
const leastRoom = 100_000

/** Whether nothing more fits where a folder lies; false where nobody can tell. */
export async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => null)
  return disk !== null && disk.bavail * disk.bsize < leastRoom
}
