import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/lib/node.mjs'

const most = 300

const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

test(`no source file is longer than ${most} lines: one thing per file, named after it`, () => {
  const long = ['shared', 'electron', 'renderer', 'scripts', 'test']
    .flatMap(sourcesUnder)
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > most && !path.includes('fixtures'))
  expect(long).toEqual([])
})

test('nothing that is built, installed or secret is committed', () => {
  const { stdout } = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  const strays = stdout
    .split('\n')
    .filter((path) => /(^|\/)(node_modules|out|dist|coverage)\/|\.(tsbuildinfo|log)$|(^|\/)\.env/.test(path))
  expect(strays).toEqual([])
})
