import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlot, readFences, type Finding } from './plant.ts'

type Case = { file: string; imports: string; message: RegExp }

const electron = { imports: 'electron', message: /may import 'electron'/ }
const sqlite = { imports: 'better-sqlite3', message: /only SQL/ }
const lexical = { imports: 'lexical', message: /may import Lexical/ }
const lexicalScope = { imports: '@lexical/link', message: /may import Lexical/ }
const ffmpeg = { imports: '@ffmpeg-installer/ffmpeg', message: /ffmpeg package/ }
const spawn = { imports: 'node:child_process', message: /start processes/ }
const react = { imports: 'react', message: /no React|no views/ }
const node = { imports: 'node:fs', message: /no Node/ }

const within = (folder: string, ...list: { imports: string; message: RegExp }[]): Case[] =>
  list.map((one, index) => ({ ...one, file: `${folder}/planted-${index}.ts` }))

const core = (domain: string, other: string) => [
  electron,
  lexical,
  react,
  { imports: '../../shells/web/server.ts', message: /only itself and shared/ },
  { imports: '../../../renderer/player/view.ts', message: /only itself and shared/ },
  {
    imports: `../${other}/anything.ts`,
    message: new RegExp(`electron/core/${domain} may import only types`),
  },
]

const up = '../../'
const forbidden: Case[] = [
  ...within(
    'shared/model',
    { imports: '../../electron/core/ports.ts', message: /nothing of ours/ },
    { imports: '../../renderer/player/view.ts', message: /nothing of ours/ },
    node,
    react,
    electron,
    sqlite,
    lexical,
    ffmpeg,
  ),
  ...within(
    'electron/core',
    { imports: '../shells/web/server.ts', message: /only itself and shared/ },
    react,
    electron,
    lexical,
    sqlite,
    ffmpeg,
    spawn,
  ),
  ...within('electron/core/project', ...core('project', 'media'), ffmpeg, spawn),
  ...within('electron/core/media', ...core('media', 'project'), sqlite),
  ...within('electron/core/interchange', ...core('interchange', 'publish'), sqlite, ffmpeg, spawn),
  ...within('electron/core/publish', ...core('publish', 'interchange'), sqlite, ffmpeg, spawn),
  ...within('electron/core/lms', ...core('lms', 'publish'), sqlite, ffmpeg, spawn),
  ...within(
    'electron/shells/web',
    { imports: '../../../renderer/player/view.ts', message: /only electron\/core and shared/ },
    electron,
    sqlite,
    lexical,
    ffmpeg,
  ),
  ...within(
    'electron/shells/desktop',
    { imports: '../../../renderer/player/view.ts', message: /only electron\/core and shared/ },
    { imports: '../cli/main.ts', message: /nothing with the command line/ },
    sqlite,
    lexical,
    ffmpeg,
  ),
  ...within(
    'renderer/player',
    { imports: `${up}shared/model/records.ts`, message: /player may import only/ },
    { imports: `${up}shared/bundle/compile.ts`, message: /player may import only/ },
    { imports: `${up}electron/core/ports.ts`, message: /never imports electron/ },
    { imports: '../studio/main.ts', message: /only the bundle/ },
    { imports: '../preview/main.ts', message: /only the bundle/ },
    { imports: 'zod', message: /ships to learners/ },
    node,
    electron,
    sqlite,
    ffmpeg,
    lexical,
  ),
  ...within(
    'renderer/studio/outline',
    { imports: '../../../electron/core/ports.ts', message: /never imports electron/ },
    { imports: '../../preview/main.ts', message: /never imports the preview/ },
    node,
    electron,
    sqlite,
    ffmpeg,
    lexical,
    lexicalScope,
  ),
  ...within(
    'renderer/studio/text',
    { imports: '../../../electron/core/ports.ts', message: /never imports electron/ },
    { imports: '../../preview/main.ts', message: /never imports the preview/ },
    node,
    electron,
    sqlite,
    ffmpeg,
  ),
  ...within(
    'renderer/preview',
    { imports: '../../electron/core/ports.ts', message: /never imports electron/ },
    { imports: '../studio/main.ts', message: /only shared/ },
    { imports: '../player/view.ts', message: /only shared/ },
    node,
    electron,
    sqlite,
    ffmpeg,
    lexical,
  ),
]

const allowed = [
  { file: 'shared/contract/good.ts', imports: '../model/records.ts' },
  { file: 'electron/core/good.ts', imports: './project/store.ts' },
  { file: 'electron/core/project/good.ts', imports: 'better-sqlite3' },
  { file: 'electron/core/media/good.ts', imports: 'node:child_process' },
  { file: 'electron/core/publish/good.ts', imports: '../../../shared/bundle/compile.ts' },
  { file: 'electron/shells/web/good.ts', imports: '../../core/studio.ts' },
  { file: 'electron/shells/desktop/good.ts', imports: 'electron' },
  { file: 'renderer/player/good.ts', imports: '../../shared/bundle/format.ts' },
  { file: 'renderer/player/views/good.ts', imports: '../../../shared/activity/marking.ts' },
  { file: 'renderer/player/views/better.ts', imports: '../../../shared/ids.ts' },
  { file: 'renderer/studio/canvas/good.ts', imports: '../../player/view.ts' },
  { file: 'renderer/studio/text/good.ts', imports: 'lexical' },
  { file: 'renderer/preview/good.ts', imports: '../../shared/contract/index.ts' },
]

const habits = [
  { rule: 'no-cycle', file: 'shared/cycle/one.ts', source: "import './two.ts'\nexport const one = 1\n" },
  { rule: 'no-explicit-any', file: 'shared/any.ts', source: 'export const loose: any = 1\n' },
  { rule: 'no-alert', file: 'renderer/studio/alert.ts', source: "alert('no')\nexport {}\n" },
  {
    rule: 'no-floating-promises',
    file: 'electron/core/floating.ts',
    source: 'const work = async () => 1\nwork()\nexport {}\n',
  },
  {
    rule: 'no-danger',
    file: 'renderer/studio/danger.tsx',
    source: 'export const Raw = () => <b dangerouslySetInnerHTML={{ __html: "" }} />\n',
  },
]

const plot = createPlot()
let findings: Finding[] = []

beforeAll(() => {
  for (const { file, imports } of [...forbidden, ...allowed]) plot.plant(file, `import '${imports}'\n`)
  for (const { file, source } of habits) plot.plant(file, source)
  plot.plant('shared/cycle/two.ts', "import './one.ts'\nexport const two = 2\n")
  plot.plant(
    'electron/core/media/types-only.ts',
    "import type { Store } from '../project/store.ts'\nexport type Held = Store\n",
  )
  findings = plot.lint()
}, 60_000)

afterAll(() => plot.remove())

const foundIn = (file: string, rule: string) =>
  findings.filter((finding) => finding.file === file && finding.rule === rule)

describe('a forbidden import fails the check', () => {
  test.for(forbidden)('$file may not import $imports', ({ file, message }) => {
    expect(foundIn(file, 'no-restricted-imports').map((finding) => finding.message)).toEqual([
      expect.stringMatching(message),
    ])
  })
})

describe('an import the design allows passes', () => {
  test.for(allowed)('$file may import $imports', ({ file }) => {
    expect(foundIn(file, 'no-restricted-imports')).toEqual([])
  })

  test('a core domain may import a type of another', () => {
    expect(foundIn('electron/core/media/types-only.ts', 'no-restricted-imports')).toEqual([])
  })
})

describe('a broken habit fails the check', () => {
  test.for(habits)('$rule', ({ file, rule }) => {
    expect(foundIn(file, rule)).not.toEqual([])
  })
})

test('every fence in the configuration has a planted offender', () => {
  const fences = readFences()
  const homeOf = (file: string) =>
    fences.filter(({ folder }) => file.startsWith(`${folder}/`)).at(-1)?.folder ?? 'no fence'
  const seen = new Set(
    findings
      .filter(({ rule }) => rule === 'no-restricted-imports')
      .map(({ file, message }) => `${homeOf(file)}: ${message}`),
  )
  const configured = fences.flatMap(({ folder, messages }) =>
    messages.map((message) => `${folder}: ${message}`),
  )
  expect(configured.filter((fence) => !seen.has(fence))).toEqual([])
})
