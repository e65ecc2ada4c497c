// npm start: installs what is missing, builds what is stale and opens the studio on the sample project.
//   --web          in the browser, without trying Electron
//   --no-browser   only print the web studio's URL
import { join } from 'node:path'
import { obtainElectron } from './lib/electron.mjs'
import { runInForeground } from './lib/foreground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode20, root } from './lib/node.mjs'
import { runAloud } from './lib/run.mjs'
import { cli, ensureSample } from './lib/sample.mjs'
import { desktopStudio, webStudio } from './lib/targets.mjs'

requireNode20()

const known = ['--web', '--no-browser']
const parameters = process.argv.slice(2)
const unknown = parameters.filter((word) => !known.includes(word))
if (unknown.length > 0) {
  console.error(`npm start does not know ${unknown.join(' ')}. It takes: ${known.join(', ')}.`)
  process.exit(2)
}

const start = async () => {
  const node = ensureInstalled()
  const isWeb = parameters.includes('--web')
  const build = join(root, 'scripts/build.mjs')
  const built = await runAloud(node, [build, ...(isWeb ? webStudio : desktopStudio)], { shell: false })
  if (built !== 0) return built
  const sample = await ensureSample(node)

  if (!isWeb) {
    const electron = await obtainElectron(node)
    if ('program' in electron) return runInForeground(electron.program, [root, sample])
    console.log(`The studio opens in your browser, because ${electron.reason}.`)
  }
  const quiet = parameters.includes('--no-browser') ? ['--no-browser'] : []
  return runInForeground(node, [cli, 'open', sample, ...quiet])
}

process.exitCode = await start()
