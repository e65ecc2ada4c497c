import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The folders that may see only what their own tsconfig.json and fence allow. */
export const zones = [
  'shared',
  'electron/core',
  'electron/shells/web',
  'electron/shells/cli',
  'electron/shells/desktop',
  'renderer/player',
  'renderer/studio',
  'renderer/preview',
] as const

export type Finding = { file: string; rule: string; message: string }

/** A temporary copy of the project's configuration alone, to plant offending files in. */
export type Plot = {
  plant: (file: string, source: string) => void
  lint: () => Finding[]
  compile: () => Finding[]
  remove: () => void
}

export function createPlot(): Plot {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-plot-'))
  const configs = ['.oxlintrc.json', 'tsconfig.base.json', 'package.json', ...zones.map(configOf)]
  for (const path of configs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
  const references = zones.map((path) => ({ path }))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ files: [], references }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')

  return {
    plant(file, source) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), source)
    },
    lint() {
      const output = run(folder, 'oxlint', ['-f', 'json', 'shared', 'electron', 'renderer'])
      const { diagnostics } = JSON.parse(output) as { diagnostics: LintDiagnostic[] }
      return diagnostics.map(({ filename, code, message, help }) => ({
        file: filename,
        rule: code.replace(/^.*\((.*)\)$/, '$1'),
        message: help ?? message,
      }))
    },
    compile() {
      const lines = run(folder, 'tsc', ['-b', '--pretty', 'false']).split('\n')
      return lines.flatMap((line) => {
        const found = /^(.+?)\(\d+,\d+\): error (TS\d+): (.*)$/.exec(line)
        return found ? [{ file: found[1] ?? '', rule: found[2] ?? '', message: found[3] ?? '' }] : []
      })
    },
    remove() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type LintDiagnostic = { filename: string; code: string; message: string; help?: string }

type Pattern = { message: string; regex?: string; group?: string[] }
type Override = {
  files: string[]
  rules: { 'no-restricted-imports'?: ['error', { patterns: Pattern[] }] | 'off' }
}

/** The fences as configured: each folder with the sentences its rules answer with. */
export function readFences(): { folder: string; messages: string[] }[] {
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { overrides: Override[] }
  return config.overrides.flatMap(({ files, rules }) => {
    const rule = rules['no-restricted-imports']
    if (!rule || rule === 'off') return []
    const messages = rule[1].patterns.map(({ message }) => message)
    return files.map((glob) => ({ folder: glob.replace(/\/\*\*$/, ''), messages }))
  })
}

function configOf(zone: string): string {
  return `${zone}/tsconfig.json`
}

function run(folder: string, program: string, parameters: string[]): string {
  const { stdout, error } = spawnSync(join(root, 'node_modules/.bin', program), parameters, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (error) throw error
  return stdout
}
