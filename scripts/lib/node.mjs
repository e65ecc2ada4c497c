import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's root folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Whether a Node can run the product: TypeScript without a build, and better-sqlite3 (Node-API 10). */
const isAble = (versions) => Number(versions.napi) >= 10 && Number(versions.node.split('.')[0]) >= 24

/**
 * The path of the Node that runs the product: this one if it is new enough, else the Node 24 that `npm ci` installs.
 * Undefined when neither is there.
 */
export const findNode = () => {
  if (isAble(process.versions)) return process.execPath
  const installed = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(installed) ? installed : undefined
}

/** Ends the process with one sentence when Node is older than the scripts themselves can bear. */
export const requireNode20 = () => {
  if (Number(process.versions.node.split('.')[0]) >= 20) return
  console.error(
    `Morsel Studio needs Node 20 or newer and this is ${process.version}. Install a current Node from https://nodejs.org and run the command again.`,
  )
  process.exit(1)
}
