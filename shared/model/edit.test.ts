import { expect, it } from 'vitest'
import { firstRecords } from '../../test/harness/arbitrary.ts'
import { isEmptyChange } from './change.ts'
import { edit } from './edit.ts'
import { createModule } from './module.ts'

const module = createModule({ id: 'm', title: 'Bees' })

it('says what was added, changed and removed, and leaves the records it was given alone', () => {
  const before = { ...firstRecords, m: module, n: createModule({ id: 'n', title: 'Gone' }) }
  const change = edit(before, (draft) => {
    draft['o'] = createModule({ id: 'o', title: 'New' })
    const old = draft['m']
    if (old?.type === 'module') old.title = 'Wasps'
    delete draft['n']
  })
  expect(change).toEqual({
    added: { o: createModule({ id: 'o', title: 'New' }) },
    updated: { m: [module, { ...module, title: 'Wasps' }] },
    removed: { n: before.n },
  })
  expect(before.m.title).toBe('Bees')
})

it('says nothing of a record that was written with an equal value, or only looked at', () => {
  const change = edit({ m: module }, (draft) => {
    draft['m'] = structuredClone(module)
    void draft['m'].id
  })
  expect(isEmptyChange(change)).toBe(true)
  expect(isEmptyChange(edit({ m: module }, () => {}))).toBe(true)
})
