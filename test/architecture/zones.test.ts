import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlot, type Finding } from './plant.ts'

const dom = 'export const width = document.body.clientWidth\n'
const node = 'export const folder = process.cwd()\n'
const fs = "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n"

const forbidden = [
  { file: 'shared/planted/dom.ts', what: 'the DOM', source: dom },
  { file: 'shared/planted/node.ts', what: "Node's globals", source: node },
  { file: 'shared/planted/fs.ts', what: "Node's modules", source: fs },
  { file: 'electron/core/planted/dom.ts', what: 'the DOM', source: dom },
  { file: 'electron/shells/web/planted/dom.ts', what: 'the DOM', source: dom },
  { file: 'electron/shells/cli/planted/dom.ts', what: 'the DOM', source: dom },
  { file: 'renderer/player/planted/node.ts', what: "Node's globals", source: node },
  { file: 'renderer/player/planted/fs.ts', what: "Node's modules", source: fs },
  { file: 'renderer/studio/planted/node.ts', what: "Node's globals", source: node },
  { file: 'renderer/studio/planted/fs.ts', what: "Node's modules", source: fs },
  { file: 'renderer/preview/planted/node.ts', what: "Node's globals", source: node },
  { file: 'renderer/preview/planted/fs.ts', what: "Node's modules", source: fs },
  {
    file: 'electron/core/planted/up.ts',
    what: 'a zone that is no reference of its own',
    source: "import { planted } from '../../shells/web/planted/target.ts'\nexport const taken = planted\n",
  },
  {
    file: 'shared/planted/enum.ts',
    what: 'TypeScript that Node cannot strip',
    source: 'export enum Colour { red }\n',
  },
  {
    file: 'shared/planted/index-access.ts',
    what: 'an index as if it were always there',
    source: 'export const first = (list: string[]): string => list[0]\n',
  },
]

const allowed = [
  { file: 'shared/planted/good.ts', source: 'export const now = () => Date.now()\n' },
  { file: 'electron/core/planted/good.ts', source: `${node}${fs}` },
  {
    file: 'electron/shells/desktop/planted/good.ts',
    source: "import { app } from 'electron'\nexport const name = app.name\n",
  },
  { file: 'renderer/player/planted/good.ts', source: dom },
  { file: 'renderer/studio/planted/good.ts', source: dom },
]

const plot = createPlot()
let findings: Finding[] = []

beforeAll(() => {
  plot.plant('electron/shells/web/planted/target.ts', 'export const planted = 1\n')
  for (const { file, source } of [...forbidden, ...allowed]) plot.plant(file, source)
  findings = plot.compile()
}, 60_000)

afterAll(() => plot.remove())

describe('what a zone may not use does not compile in it', () => {
  test.for(forbidden)('$file uses $what', ({ file }) => {
    expect(findings.filter((finding) => finding.file === file)).not.toEqual([])
  })
})

describe('what a zone may use compiles in it', () => {
  test.for(allowed)('$file', ({ file }) => {
    expect(findings.filter((finding) => finding.file === file)).toEqual([])
  })
})
