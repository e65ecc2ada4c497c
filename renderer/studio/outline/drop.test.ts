import { expect, test } from 'vitest'
import { createModule } from '../../../shared/model/module.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { dropPlace } from './drop.ts'

const step = (id: string) => createStep('page', { id, title: id })
const records = {
  project: { id: 'project', type: 'project', title: '', series: ['s', 't'], target: 'generic' },
  s: { id: 's', type: 'series', title: 'S', modules: ['m', 'n'] },
  t: { id: 't', type: 'series', title: 'T', modules: [] },
  m: { ...createModule({ id: 'm', title: 'M' }), steps: ['m.a', 'm.b', 'm.c'] },
  n: createModule({ id: 'n', title: 'N' }),
  'm.a': step('m.a'),
  'm.b': step('m.b'),
  'm.c': step('m.c'),
} as RecordMap

test.each([
  ['a step above another', 'm.c', 'm.a', 'upper', { parent: 'm', index: 0 }],
  ['a step below another', 'm.a', 'm.c', 'lower', { parent: 'm', index: 2 }],
  ['a step onto a module', 'm.a', 'n', 'upper', { parent: 'n', index: 0 }],
  ['a step onto an empty place', 'm.a', 'n/empty', 'upper', { parent: 'n', index: 0 }],
  ['a step onto its own module goes last', 'm.a', 'm', 'upper', { parent: 'm', index: 2 }],
  ['a step onto a series goes nowhere', 'm.a', 's', 'upper', null],
  ['a module above another', 'n', 'm', 'upper', { parent: 's', index: 0 }],
  ['a module over a step goes below its module', 'n', 'm.b', 'upper', { parent: 's', index: 1 }],
  ['a module into an empty series', 'm', 't/empty', 'lower', { parent: 't', index: 0 }],
  ['a module onto a series', 'm', 't', 'lower', { parent: 't', index: 0 }],
  ['a series above another', 't', 's', 'upper', { parent: 'project', index: 0 }],
  ['a series over a module goes below its series', 't', 'm', 'upper', { parent: 'project', index: 1 }],
  ['nothing onto itself', 'm.a', 'm.a', 'upper', null],
] as const)('%s', (_what, dragged, over, half, place) => {
  expect(dropPlace(records, dragged, over, half)).toEqual(place)
})
