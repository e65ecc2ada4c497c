// npm run package:check: packs the app on a stub of Electron's distribution and asserts what came out.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { parse } from 'yaml'
import { root } from './lib/node.mjs'
import { runQuietly } from './lib/run.mjs'
import { readFuses, writeStubElectron } from './lib/stub-electron.mjs'
import { emptyTally, inOneLine, writeTally } from './lib/tally.mjs'

const budget = 12 * 1024 * 1024

const tally = emptyTally()

const expect = (what, isTrue, detail = '') => {
  console.log(`${isTrue ? 'passed' : 'FAILED'}  ${what}${isTrue || detail === '' ? '' : `: ${detail}`}`)
  if (isTrue) tally.passed++
  else tally.failures.push({ name: what, reason: inOneLine(detail || 'it is not so') })
}

const bytesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

const pack = async (folder) => {
  const stub = join(folder, 'electron')
  writeStubElectron(stub)
  const { code, output } = await runQuietly('electron-builder', [
    '--dir',
    '--linux',
    '--publish=never',
    `--config.electronDist=${stub}`,
    `--config.directories.output=${join(folder, 'dist')}`,
  ])
  expect('electron-builder packs the app', code === 0, output)
  return join(
    folder,
    'dist',
    readdirSync(join(folder, 'dist')).find((name) => name.endsWith('unpacked')) ?? '',
  )
}

const checkFuses = (app) => {
  const asked = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).electronFuses
  const set = readFuses(readFileSync(join(app, 'morsel-studio')))
  for (const [name, value] of Object.entries(asked))
    expect(`the fuse ${name} is ${value ? 'on' : 'off'}`, set[name] === value)
}

const checkArchive = (app, folder) => {
  const archive = join(app, 'resources/app.asar')
  const files = listPackage(archive, { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  )
  const holds = (path) => files.includes(path)
  for (const path of [
    'package.json',
    'out/desktop/main.js',
    'out/desktop/preload.cjs',
    'out/studio/index.html',
    'out/preview/index.html',
    ...['scorm12', 'scorm2004', 'cmi5', 'xapi', 'local'].map((kind) => `out/player/player-${kind}.js`),
    'out/player/player.css',
    'out/player/part-video.js',
    'out/player/part-video.css',
    'out/player/prerender.mjs',
  ]) {
    expect(`the archive holds ${path}`, holds(path))
  }
  const modules = new Set(
    files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(path)?.[1] ?? []),
  )
  expect(
    'better-sqlite3 is the only package inside',
    [...modules].join() === 'better-sqlite3',
    [...modules].join(', '),
  )
  const addons = files.filter((path) => path.endsWith('.node'))
  expect(
    'it carries one addon, for this system',
    addons.join() === `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    addons.join(', '),
  )
  const strays = files.filter((path) =>
    /(^|\/)(test|tests)\/|\.(ts|map|tsbuildinfo)$|^out\/(types|cache|e2e|stamps)/.test(path),
  )
  expect('no sources, tests, maps or caches are inside', strays.length === 0, strays.slice(0, 5).join(', '))
  expect('the addon lies beside the archive', existsSync(`${archive}.unpacked/${addons[0]}`))
  expect('the resources lie beside the archive', existsSync(join(app, 'resources/assets')))
  const locales = readdirSync(join(app, 'locales'))
  expect("Electron's other languages are left out", locales.join() === 'en-US.pak', locales.join(', '))

  const extracted = join(folder, 'extracted')
  extractAll(archive, extracted)
  checkMain(readFileSync(join(extracted, 'out/desktop/main.js'), 'utf8'))
  checkDatabase(extracted)
  checkStart(extracted, join(app, 'resources'), join(folder, 'home'))
  const bytes = statSync(archive).size + bytesUnder(`${archive}.unpacked`)
  expect(
    `the app weighs ${(bytes / 1024 / 1024).toFixed(1)} MiB without Electron, of ${budget / 1024 / 1024}`,
    bytes <= budget,
  )
}

const checkMain = (source) => {
  const imported = [...source.matchAll(/^import (?:[^'"]* from )?["']([^'"]+)["']/gm)].map(([, name]) => name)
  const outside = imported.filter(
    (name) => !name.startsWith('node:') && !['electron', 'better-sqlite3'].includes(name),
  )
  const builtins = new Set(process.getBuiltinModule('node:module').builtinModules)
  const unknown = outside.filter((name) => !builtins.has(name))
  expect(
    'main.js asks for nothing that is not inside',
    imported.length > 0 && unknown.length === 0,
    unknown.join(', '),
  )
}

const checkDatabase = (extracted) => {
  const program = join(extracted, 'try.cjs')
  writeFileSync(
    program,
    `const Database = require('better-sqlite3')
     const database = new Database(':memory:')
     database.exec("create virtual table words using fts5(text); insert into words values ('a small morsel')")
     console.log(database.prepare("select count(*) as found from words where words match 'morsel'").get().found)`,
  )
  const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' })
  expect('better-sqlite3 loads from the archive and finds a word', stdout.trim() === '1', stderr)
}

const checkStart = (extracted, resources, home) => {
  mkdirSync(home)
  const program = join(root, 'scripts/lib/try-packaged-main.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [program, extracted, resources, home], {
    encoding: 'utf8',
    timeout: 120_000,
  })
  const answers = stdout.startsWith('{') ? JSON.parse(stdout) : {}
  expect('the packed main process serves the studio page', answers.page?.text?.includes('id="root"'), stderr)
  expect('it makes a project', answers.create?.status === 200, answers.create?.text ?? '')
  expect('it makes the sample project', answers.sample?.text?.includes('"done"'), answers.sample?.text ?? '')
}

const folder = mkdtempSync(join(tmpdir(), 'morsel-package-'))
try {
  if (process.platform === 'linux') {
    const app = await pack(folder)
    if (tally.failures.length === 0) {
      checkFuses(app)
      checkArchive(app, folder)
    }
  } else {
    tally.skipped.push({ name: 'packaging', reason: "the stub of Electron's distribution is a Linux one" })
    console.log(`skipped: ${tally.skipped[0].reason}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

writeTally(tally)
process.exitCode = tally.failures.length > 0 ? 1 : 0
