// npm run bench: measures what the budgets are about and prints it. `npm run bench -- publish open` names benchmarks.
import { join } from 'node:path'
import { runInForeground } from './lib/foreground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode20, root } from './lib/node.mjs'
import { runAloud } from './lib/run.mjs'

requireNode20()
const node = ensureInstalled()
const built = await runAloud(node, [join(root, 'scripts/build.mjs')], { shell: false })
process.exitCode =
  built ||
  (await runInForeground(node, ['--expose-gc', join(root, 'test/bench/main.ts'), ...process.argv.slice(2)]))
