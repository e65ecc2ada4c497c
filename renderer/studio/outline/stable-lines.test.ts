import { expect, test } from 'vitest'
import { createModule } from '../../../shared/model/module.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { createStableLines } from './stable-lines.ts'

const step = { ...createStep('page', { id: 'm.a', title: 'A' }), body: [] }
const records = {
  project: { id: 'project', type: 'project', title: '', series: ['s'], target: 'generic' },
  s: { id: 's', type: 'series', title: 'S', modules: ['m'] },
  m: { ...createModule({ id: 'm', title: 'M' }), steps: ['m.a'] },
  'm.a': step,
} as RecordMap
const open = { collapsed: new Set<string>(), expanded: new Set(['m']) }
const loaded = new Set(['m'])

test('words inside a step leave the outline as it is; a title changes its line alone', () => {
  const linesFor = createStableLines()
  const first = linesFor(records, open, loaded)
  const typed = { ...records, 'm.a': { ...step, body: [{ type: 'paragraph', children: [] }] } } as RecordMap
  expect(linesFor(typed, open, loaded)).toBe(first)
  const renamed = linesFor({ ...records, 'm.a': { ...step, title: 'B' } } as RecordMap, open, loaded)
  expect(renamed.map((line, index) => line === first[index])).toEqual([true, true, false])
})
