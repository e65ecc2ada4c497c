import { expect, test } from 'vitest'
import { edit } from '../../../../shared/model/edit.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import type { RecordMap } from '../../../../shared/model/records.ts'
import { createStep } from '../../../../shared/model/steps/index.ts'
import * as actions from './quiz-actions.ts'

const step = createStep('quiz', { id: 'm.check', title: 'Check' })

function quizWith(...questions: Question[]): RecordMap {
  const before: RecordMap = { [step.id]: step }
  const change = edit(before, (draft) => {
    for (const question of questions) actions.addQuestion(draft, step.id, question, null)
  })
  return {
    ...before,
    ...change.added,
    ...Object.fromEntries(Object.entries(change.updated).map(([id, [, to]]) => [id, to])),
  }
}

const single = { ...actions.newQuestionFor('m.check', 'single-choice'), id: 'm.check.one' }
const several = { ...actions.newQuestionFor('m.check', 'multiple-response'), id: 'm.check.two' }

function changed(question: Question, change: (question: Question) => void): Question {
  const records = quizWith(question)
  const { updated } = edit(records, (draft) => actions.changeQuestion(draft, question.id, change))
  return (updated[question.id]?.[1] ?? question) as Question
}

const credits = (question: Question) => question.choices.map(({ credit }) => credit)

test('a question is added after another, moved and removed, with its record', () => {
  const records = quizWith(single, several)
  const third = actions.newQuestionFor(step.id, 'single-choice')
  const { added, updated } = edit(records, (draft) => actions.addQuestion(draft, step.id, third, single.id))
  expect(Object.keys(added)).toEqual([third.id])
  expect(updated[step.id]?.[1]).toMatchObject({ questions: [single.id, third.id, several.id] })
  const moved = edit(records, (draft) => actions.moveQuestion(draft, step.id, several.id, -1))
  expect(moved.updated[step.id]?.[1]).toMatchObject({ questions: [several.id, single.id] })
  const removed = edit(records, (draft) => actions.removeQuestion(draft, step.id, single.id))
  expect(Object.keys(removed.removed)).toEqual([single.id])
  expect(removed.updated[step.id]?.[1]).toMatchObject({ questions: [several.id] })
})

test('a question at the end stays there when moved further', () => {
  const records = quizWith(single, several)
  const { updated } = edit(records, (draft) => actions.moveQuestion(draft, step.id, several.id, 1))
  expect(updated).toEqual({})
})

test('a copy has an id of its own and shares nothing with its original', () => {
  const copy = actions.copyOf(step.id, single)
  expect(copy.id).not.toBe(single.id)
  expect({ ...copy, id: single.id }).toEqual(single)
  expect(copy.choices[0]).not.toBe(single.choices[0])
})

test('a single choice has one right answer', () => {
  expect(credits(changed(single, (question) => actions.setRight(question, 'b', true)))).toEqual([0, 100, 0])
})

test('several right answers share the credit', () => {
  const all = changed(several, (question) => actions.setRight(question, 'c', true))
  expect(credits(all)).toEqual([33.33333, 33.33333, 33.33333])
  const one = changed(several, (question) => actions.setRight(question, 'a', false))
  expect(credits(one)).toEqual([0, 100, 0])
  const less = changed(several, (question) => actions.removeChoice(question, 'a'))
  expect(credits(less)).toEqual([100, 0])
})

test('choices get free ids, 36 at most, and move', () => {
  const more = changed(single, (question) => {
    for (let count = question.choices.length; count < 36; count++) actions.addChoice(question)
    expect(actions.addChoice(question)).toBeNull()
    actions.moveChoice(question, 'a', 1)
  })
  expect(more.choices.slice(0, 3).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(new Set(more.choices.map(({ id }) => id)).size).toBe(36)
})

test('another kind keeps words and choices, and one right answer where there can be but one', () => {
  const records = quizWith({
    ...several,
    stem: [{ type: 'paragraph', children: [{ type: 'text', text: 'Which?' }] }],
  })
  const { updated } = edit(records, (draft) => actions.changeKind(draft, several.id, 'single-choice'))
  const next = updated[several.id]?.[1] as Question
  expect(next).toMatchObject({ kind: 'single-choice', stem: [{ type: 'paragraph' }] })
  expect(credits(next)).toEqual([100, 0, 0])
  expect('marking' in next).toBe(false)
})
