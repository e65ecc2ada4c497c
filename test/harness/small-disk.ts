import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, in memory. Fill it, or make it read-only: neither binds root on an ordinary folder. */
export type SmallDisk = { path: string; makeReadOnly: () => void; unmount: () => void }

/** Why no small disk can be mounted here, or null when one can. */
export const noSmallDisk: string | null = whyNot()

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'mounting a small disk in memory needs Linux'
  if (process.getuid?.() !== 0) return 'mounting a small disk in memory needs root'
  try {
    mountSmallDisk(1).unmount()
    return null
  } catch {
    return 'this machine does not allow mounting a small disk in memory'
  }
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'morsel-disk-'))
  const run = (command: string, ...parameters: string[]) =>
    execFileSync(command, parameters, { stdio: 'pipe' })
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'morsel-test', path)
  return {
    path,
    makeReadOnly: () => void run('mount', '-o', 'remount,ro', path),
    unmount: () => {
      run('umount', path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}
