import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, root } from './node.mjs'

const readLock = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Whether node_modules holds what package-lock.json asks for. npm writes the inner lockfile last, so a broken install shows. */
export const isInStep = (folder = root) => {
  const asked = readLock(join(folder, 'package-lock.json'))
  const installed = readLock(join(folder, 'node_modules/.package-lock.json'))
  if (!asked || !installed) return false
  return Object.entries(asked).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  )
}

/** What the ffmpeg packages' install scripts would do; root's umask can leave them unusable by anyone else. */
const makeRunnable = () => {
  for (const [scope, program] of [
    ['@ffmpeg-installer', 'ffmpeg'],
    ['@ffprobe-installer', 'ffprobe'],
  ]) {
    const folder = join(root, 'node_modules', scope)
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder)) {
      const path = join(folder, name, program)
      if (existsSync(path)) chmodSync(path, 0o755)
    }
  }
}

/**
 * Installs the packages when they are missing or out of step with the lockfile, and answers the Node that runs the
 * product. Ends the process with a sentence when either cannot be had.
 * @returns {string}
 */
export const ensureInstalled = () => {
  if (!isInStep()) {
    console.log('Installing packages (npm ci)…')
    // No package needs its install script; an npm before 11.16 would try to compile better-sqlite3, which is ready-made.
    const { status } = spawnSync(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      },
    )
    if (status !== 0) {
      console.error(
        'npm ci did not finish; its own message is above. Put that right and run the command again.',
      )
      process.exit(1)
    }
    makeRunnable()
  }
  const node = findNode()
  if (node) return node
  console.error(
    `Morsel Studio runs on Node 24, this is ${process.version}, and npm has no Node 24 for ${process.platform} ${process.arch}. Install Node 24 or newer from https://nodejs.org and run the command again.`,
  )
  process.exit(1)
}
