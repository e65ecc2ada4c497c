import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'

const folder = join(root, 'node_modules', 'electron')

/** The path of Electron's program when its runtime is there, else undefined. Never downloads. */
export const findElectron = () => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8')
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'
  const program = override ? join(override, name) : join(folder, 'dist', name)
  return existsSync(program) ? program : undefined
}

const isReachable = async () => {
  const place = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    return true
  } catch {
    return false
  }
}

/** Electron's own installer, its words kept to itself; false when it fails or takes over five minutes. */
const download = (node) =>
  new Promise((resolve) => {
    const child = spawn(node, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 300_000 })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })

/**
 * Electron's program, fetched if it is not there yet.
 * @param {string} node the Node that runs Electron's installer
 * @returns {Promise<{ program: string } | { reason: string }>} the reason is the middle of a sentence
 */
export const obtainElectron = async (node) => {
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { reason: 'there is no screen here' }
    // Electron's sandbox refuses root, and we do not turn the sandbox off.
    if (process.getuid?.() === 0) return { reason: 'Electron will not run as root' }
  }
  const found = findElectron()
  if (found) return { program: found }
  if (!(await isReachable()))
    return { reason: "Electron's runtime is not installed and cannot be downloaded" }
  console.log("Downloading Electron's runtime, once (about 120 MB)…")
  await download(node)
  const program = findElectron()
  return program ? { program } : { reason: "Electron's runtime could not be downloaded" }
}
