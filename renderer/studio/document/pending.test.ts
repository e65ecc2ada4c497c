import { expect, test } from 'vitest'
import { createModule } from '../../../shared/model/module.ts'
import { enqueue, type PendingEdit, withoutDependents } from './pending.ts'

const named = (title: string) => createModule({ id: 'm', title })
const renamed = (from: string, to: string, mergeKey: string | null): PendingEdit => ({
  label: 'Edit title',
  change: { added: {}, updated: { m: [named(from), named(to)] }, removed: {} },
  mergeKey,
})

test('edits of one run wait as one, from the first state to the last', () => {
  const queue = enqueue(enqueue([], renamed('', 'a', 'k')), renamed('a', 'ab', 'k'))
  expect(queue).toEqual([renamed('', 'ab', 'k')])
})

test('edits that stand alone are never joined', () => {
  expect(enqueue(enqueue([], renamed('', 'a', null)), renamed('a', 'b', null))).toHaveLength(2)
})

test('what was built on a refused edit goes with it, and what was built on that; the rest stays', () => {
  const step = (id: string) => ({ ...named(''), id })
  const other: PendingEdit = {
    label: 'x',
    mergeKey: null,
    change: { added: { o: step('o') }, updated: {}, removed: {} },
  }
  const both: PendingEdit = {
    label: 'y',
    mergeKey: null,
    change: { added: { p: step('p') }, updated: { m: [named('a'), named('b')] }, removed: {} },
  }
  const third: PendingEdit = {
    label: 'z',
    mergeKey: null,
    change: { added: {}, updated: {}, removed: { p: step('p') } },
  }
  expect(withoutDependents([other, both, third], renamed('', 'a', null).change)).toEqual([other])
})
