import { expect, test } from 'vitest'
import { edit } from './edit.ts'
import { createModule } from './module.ts'
import { createQuestion } from './questions/index.ts'
import type { RecordMap } from './records.ts'
import { createStep } from './steps/index.ts'
import { podcastKind } from './steps/podcast.ts'
import { copySubtree, removeSubtree, subtreeOf } from './tree.ts'

const page = createStep('page', { id: 'prices.why', title: 'prices' })
const quiz = {
  ...createStep('quiz', { id: 'prices.check', title: 'Check' }),
  questions: ['prices.check.q1', 'q-elsewhere'],
  outcome: 'prices.O1',
}
const records = {
  prices: {
    ...createModule({ id: 'prices', title: 'prices' }),
    steps: [page.id, quiz.id],
    outcomes: ['prices.O1'],
  },
  'prices.O1': { id: 'prices.O1', type: 'outcome', text: 'Say the price' },
  [page.id]: page,
  [quiz.id]: quiz,
  'prices.check.q1': createQuestion('single-choice', { id: 'prices.check.q1' }),
  'q-elsewhere': createQuestion('single-choice', { id: 'q-elsewhere' }),
} as RecordMap

test('a copied module has its own steps, outcomes and questions, and keeps its words', () => {
  const change = edit(records, (draft) => copySubtree(draft, 'prices', 'copy'))
  const added = Object.keys(change.added)
  expect(change.updated).toEqual({})
  expect(added).toHaveLength(6)
  expect(added).toEqual(
    expect.arrayContaining(['copy', 'copy.O1', 'copy.why', 'copy.check', 'copy.check.q1']),
  )
  expect(change.added['copy']).toMatchObject({ title: 'prices', steps: ['copy.why', 'copy.check'] })
  expect(change.added['copy.check']).toMatchObject({ outcome: 'copy.O1' })
})

test('a copied podcast comes from the copied steps, and is spoken by whom it was', () => {
  const line = { place: 1, kind: 'speech', text: 'Say it.', source: { step: page.id, hash: 'ab' } } as const
  const empty = podcastKind.create({ id: 'prices.talk', title: 'Listen' })
  const chapters = [{ title: 'prices', lines: [{ ...line, speaker: 'prices' }] }]
  const talk = { ...empty, script: { ...empty.script, chapters } }
  const module = { ...records['prices'], steps: [page.id, quiz.id, talk.id] }
  const all = { ...records, prices: module, [talk.id]: talk } as RecordMap
  const change = edit(all, (draft) => copySubtree(draft, 'prices', 'copy'))
  expect(change.added['copy.talk']).toMatchObject({
    script: {
      chapters: [
        { title: 'prices', lines: [{ speaker: 'prices', source: { step: 'copy.why', hash: 'ab' } }] },
      ],
    },
  })
})

test('a copied step shares the outcome of its module', () => {
  const change = edit(records, (draft) => copySubtree(draft, 'prices.check', 'prices.again'))
  expect(change.added['prices.again']).toMatchObject({ outcome: 'prices.O1' })
  expect(Object.keys(change.added)).toHaveLength(3)
})

test('removing takes everything owned and nothing else', () => {
  expect(subtreeOf(records, 'prices.check').map((record) => record.id)).toEqual([
    'prices.check',
    'prices.check.q1',
    'q-elsewhere',
  ])
  const change = edit(records, (draft) => removeSubtree(draft, 'prices.check'))
  expect(Object.keys(change.removed)).toHaveLength(3)
})
