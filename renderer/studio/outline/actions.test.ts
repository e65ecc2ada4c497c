import { expect, test } from 'vitest'
import { applyChange } from '../../../shared/model/change.ts'
import { type Draft, edit } from '../../../shared/model/edit.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import {
  addModule,
  addSeries,
  addStep,
  duplicate,
  idForCopy,
  move,
  moveBy,
  remove,
  rename,
} from './actions.ts'

const empty: RecordMap = {
  project: { id: 'project', type: 'project', title: 'P', series: [], target: 'generic' },
}

function after(records: RecordMap, ...recipes: ((draft: Draft) => void)[]): RecordMap {
  return recipes.reduce<RecordMap>((now, recipe) => applyChange(now, edit(now, recipe)), records)
}

const lesson = after(
  empty,
  (draft) => addSeries(draft, 's'),
  (draft) => addModule(draft, 's', 'm'),
  (draft) => addModule(draft, 's', 'n'),
  (draft) => addStep(draft, { module: 'm', kind: 'page', after: null, id: 'm.a' }),
  (draft) => addStep(draft, { module: 'm', kind: 'quiz', after: null, id: 'm.b' }),
  (draft) => addStep(draft, { module: 'm', kind: 'video', after: 'm.a', id: 'm.c' }),
)

test('the first module of a project comes with its series', () => {
  const records = after(empty, (draft) => addModule(draft, null, 'm'))
  expect(
    Object.values(records)
      .map((record) => record.type)
      .sort(),
  ).toEqual(['module', 'project', 'series'])
})

test('a new module speaks the language of the others', () => {
  const records = after(
    lesson,
    (draft) => {
      const module = draft['m']
      if (module?.type === 'module') module.language = 'de'
    },
    (draft) => addModule(draft, 's', 'o'),
  )
  expect(records['o']).toMatchObject({ language: 'de' })
})

test('a step is added after the one named', () => {
  expect(lesson['m']).toMatchObject({ steps: ['m.a', 'm.c', 'm.b'] })
})

test('moving stays inside its list at the ends', () => {
  expect(after(lesson, (draft) => moveBy(draft, 'm.a', -1))).toEqual(lesson)
  expect(after(lesson, (draft) => moveBy(draft, 'm.a', 1))['m']).toMatchObject({
    steps: ['m.c', 'm.a', 'm.b'],
  })
})

test('a step moved to another module serves no outcome of the old one', () => {
  const records = after(
    lesson,
    (draft) => {
      const step = draft['m.a']
      if (step?.type === 'step') step.outcome = 'm.O1'
    },
    (draft) => move(draft, 'm.a', 'n', 0),
  )
  expect(records['n']).toMatchObject({ steps: ['m.a'] })
  expect(records['m.a']).toMatchObject({ outcome: null })
})

test('a copy stands after its original, named as one', () => {
  const named = after(lesson, (draft) => rename(draft, 'm.a', 'Why'))
  const copy = idForCopy(named, 'm.a')
  expect(copy).toMatch(/^m\../)
  const records = after(named, (draft) => duplicate(draft, 'm.a', copy))
  expect(records['m']).toMatchObject({ steps: ['m.a', copy, 'm.c', 'm.b'] })
  expect(records[copy]).toMatchObject({ title: 'Why (copy)', kind: 'page' })
})

test('a copy of a series has no feed yet: the address of one is taken', () => {
  const placed = after(lesson, (draft) => {
    if (draft['s']?.type === 'series') draft['s'].feedSite = 'https://example.org/talks/'
  })
  const records = after(placed, (draft) => duplicate(draft, 's', 'copy'))
  expect(records['s']).toHaveProperty('feedSite')
  expect(records['copy']).toMatchObject({ type: 'series' })
  expect(records['copy']).not.toHaveProperty('feedSite')
})

test('removing a series takes its modules and their steps', () => {
  expect(Object.keys(after(lesson, (draft) => remove(draft, 's')))).toEqual(['project'])
})
