import { expect, test } from 'vitest'
import { createModule } from '../../../shared/model/module.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import { createQuestion } from '../../../shared/model/questions/index.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { placeOf, placeOfChange, stillThere } from './places.ts'

const quiz = { ...createStep('quiz', { id: 'm.b', title: 'B' }), questions: ['m.b.q'] }
const module = { ...createModule({ id: 'm', title: 'M' }), steps: ['m.a', 'm.b'], outcomes: ['m.O1'] }
const records = {
  project: { id: 'project', type: 'project', title: '', series: ['s'], target: 'generic' },
  s: { id: 's', type: 'series', title: '', modules: ['m', 'n'] },
  m: module,
  n: { ...createModule({ id: 'n', title: 'N' }), steps: ['n.a'] },
  'm.O1': { id: 'm.O1', type: 'outcome', text: '' },
  'm.a': createStep('page', { id: 'm.a', title: 'A' }),
  'm.b': quiz,
  'm.b.q': createQuestion('single-choice', { id: 'm.b.q' }),
} as RecordMap

test.each([
  ['m', { module: 'm', step: null }],
  ['m.a', { module: 'm', step: 'm.a' }],
  ['m.b.q', { module: 'm', step: 'm.b' }],
  ['m.O1', { module: 'm', step: null }],
  ['n.a', { module: 'n', step: 'n.a' }],
  ['s', null],
  ['gone', null],
])('%s is seen at its place, loaded or not', (id, place) => {
  expect(placeOf(records, id)).toEqual(place)
})

test('a reordering keeps the step that is selected; another setting of the module goes to the module', () => {
  const at = { module: 'm', step: 'm.a' }
  const updated = (to: typeof module) => ({ added: {}, updated: { m: [module, to] }, removed: {} }) as never
  expect(placeOfChange(records, updated({ ...module, steps: ['m.b', 'm.a'] }), at)).toEqual(at)
  expect(placeOfChange(records, updated({ ...module, minutes: 5 }), at)).toEqual({ module: 'm', step: null })
})

test('a selection that still stands is the very same, so that nothing is drawn again for it', () => {
  const at = { module: 'm', step: 'm.a' }
  expect(stillThere(records, at)).toBe(at)
  expect(stillThere(records, { module: 'm', step: 'm.gone' })).toEqual({ module: 'm', step: null })
  expect(stillThere(records, { module: 'gone', step: 'x' })).toEqual({ module: null, step: null })
})
