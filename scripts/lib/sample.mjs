import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from './node.mjs'
import { runAloud } from './run.mjs'

/** The command line's program. */
export const cli = join(root, 'electron/shells/cli/main.ts')

/**
 * The sample project in the reader's own project folder (MORSEL_HOME, or ~/Morsel), made when it is not there yet. Ends
 * the process when it cannot be made; the command line has said why.
 * @param {string} node
 * @returns {Promise<string>}
 */
export const ensureSample = async (node) => {
  const home = process.env.MORSEL_HOME ?? join(homedir(), 'Morsel')
  const sample = join(home, 'Sample.morsel')
  if (existsSync(sample)) return sample
  mkdirSync(home, { recursive: true })
  console.log('Making the sample project…')
  const code = await runAloud(node, [cli, 'sample', sample], { shell: false })
  if (code !== 0) process.exit(code)
  return sample
}
