// npm run -s morsel -- <verb>: the command line, on the Node it needs, from the folder the user stands in.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runInForeground } from './lib/foreground.mjs'
import { findNode, requireNode20, root } from './lib/node.mjs'

requireNode20()
const node = findNode()
if (!node || !existsSync(join(root, 'node_modules'))) {
  console.error('Morsel Studio is not installed here yet. Run "npm ci" in its folder first.')
  process.exit(1)
}

// npm runs a script in the package's folder and keeps the user's own in INIT_CWD; relative paths are the user's.
const cwd = process.env.npm_lifecycle_event === 'morsel' ? process.env.INIT_CWD : undefined
const main = join(root, 'electron/shells/cli/main.ts')
process.exitCode = await runInForeground(node, [main, ...process.argv.slice(2)], {
  cwd: cwd ?? process.cwd(),
})
