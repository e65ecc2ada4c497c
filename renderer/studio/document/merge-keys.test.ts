import { expect, test } from 'vitest'
import { createMergeRuns } from './merge-keys.ts'

function clock() {
  let time = 0
  return { now: () => time, wait: (milliseconds: number) => (time += milliseconds) }
}

test('typing without a pause is one run; a pause, a blur or another edit ends it', () => {
  const { now, wait } = clock()
  const runs = createMergeRuns(now)
  const first = runs.keyFor('body')
  wait(900)
  expect(runs.keyFor('body')).toBe(first)
  wait(1001)
  const second = runs.keyFor('body')
  expect(second).not.toBe(first)
  runs.close()
  const third = runs.keyFor('body')
  expect(third).not.toBe(second)
  expect(runs.keyFor(undefined)).toBeNull()
  expect(runs.keyFor('body')).not.toBe(third)
})

test('a drag lasts as long as its key, however long the pointer rests', () => {
  const { now, wait } = clock()
  const runs = createMergeRuns(now)
  const first = runs.keyFor('drag:1')
  wait(60_000)
  runs.close()
  expect(runs.keyFor('drag:1')).toBe(first)
  expect(runs.keyFor('drag:2')).not.toBe(first)
})
