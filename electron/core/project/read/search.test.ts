import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { addModule, addPage, wordsChange } from '../../../../test/harness/records.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../../test/harness/projects.ts'
import type { ProjectAccess } from '../../domains.ts'
import { undo } from '../commit.ts'
import type { Store } from '../store.ts'
import { searchRecords } from './search.ts'
import { snippetOf } from './snippet.ts'
import { eventually } from '../../../../test/harness/eventually.ts'

let here: TemporaryProjects
let access: ProjectAccess
let store: Store
beforeEach(() => {
  here = temporaryProjects()
  const { project } = here.projects.create({ title: 'Searched' })
  access = here.projects.get(project)
  store = here.projects.store(project)
  addModule(access, 'm', 'Keeping bees')
  addPage(access, 'm', 'p', 'A hive needs ventilation in winter.\nCafé crème, naïve approach.')
  addPage(access, 'm', 'q', 'Honey never spoils; bees cap it with wax.')
})
afterEach(() => here.dispose())

const ids = (query: string, limit?: number) => searchRecords(store.database, query, limit).map(({ id }) => id)

describe('search', () => {
  it('finds words as they are typed, without case or accents, a title first', () => {
    expect(ids('ven')).toEqual(['m.p'])
    expect(ids('CREME cafe')).toEqual(['m.p'])
    expect(ids('bees')).toEqual(['m', 'm.q'])
    expect(ids('bees', 1)).toEqual(['m'])
    expect(ids('bees wax')).toEqual(['m.q'])
    expect(ids('wasp')).toEqual([])
  })

  it('follows edits, removals and undo', () => {
    access.commit({ label: 'Write', change: wordsChange(access, 'm.q', 'Propolis seals the gaps.') })
    expect([ids('honey'), ids('propolis')]).toEqual([[], ['m.q']])
    undo(store)
    expect([ids('honey'), ids('propolis')]).toEqual([['m.q'], []])
    undo(store)
    expect(ids('honey')).toEqual([])
  })

  it('says where the words stand', () => {
    expect(searchRecords(store.database, 'winter')[0]).toEqual({
      id: 'm.p',
      type: 'step',
      title: 'Page p',
      snippet: 'A hive needs ventilation in winter. Café crème, naïve approach.',
    })
  })

  it('reads no syntax in a query', () => {
    for (const query of [
      '',
      '  ',
      '"',
      '*',
      'bees OR',
      'title:bees',
      'NEAR(bees wax)',
      '-bees',
      "'; DROP TABLE record",
    ])
      expect(() => ids(query)).not.toThrow()
    expect(ids('bees AND wax')).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => Array.isArray(ids(query))),
      { numRuns: 300 },
    )
  })
})

describe('a snippet', () => {
  const long = `${'before '.repeat(40)}the Wäggle dance ${'after '.repeat(40)}`.trim()

  it('shows the words around the hit, cut between words', () => {
    const snippet = snippetOf(long, ['waggle'])
    expect(snippet).toMatch(/^… before .*the Wäggle dance .* after …$/)
    expect(snippet.length).toBeLessThan(130)
  })

  it('is the beginning when nothing is hit, and never cuts a character in two', () => {
    expect(snippetOf(long, ['xyz'])).toMatch(/^before .* before …$/)
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 4 }),
        (text, word) => {
          const snippet = snippetOf(text, [word])
          return snippet.length <= 130 && (snippet.isWellFormed() || !text.isWellFormed())
        },
      ),
    )
  })
})

it('answers from what is saved even when nobody has rested since, and learns in pauses otherwise', async () => {
  const noted = () =>
    store.database.statement<{ count: number }>('SELECT COUNT(*) AS count FROM unindexed').get()?.count
  expect(noted()).toBe(4)
  await eventually(() => expect(noted()).toBe(0))
  expect(ids('honey')).toEqual(['m.q'])
  access.commit({ label: 'Write', change: wordsChange(access, 'm.q', 'Propolis') })
  expect(noted()).toBe(1)
  expect(ids('propolis')).toEqual(['m.q'])
  expect(noted()).toBe(0)
})
