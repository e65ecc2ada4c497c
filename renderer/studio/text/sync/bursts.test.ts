import { expect, test } from 'vitest'
import { createBursts } from './bursts.ts'

function at(start: number) {
  let time = start
  return { bursts: createBursts(() => time), wait: (milliseconds: number) => void (time += milliseconds) }
}

test('typing without a pause is one step', () => {
  const { bursts, wait } = at(0)
  const first = bursts.next('typing')
  wait(900)
  const second = bursts.next('typing')
  expect(first.isNew).toBe(true)
  expect(second).toEqual({ mergeKey: first.mergeKey, isNew: false })
})

test('a pause, a close and another kind of edit each begin a new step', () => {
  const { bursts, wait } = at(0)
  const keys = [bursts.next('typing').mergeKey]
  wait(1001)
  keys.push(bursts.next('typing').mergeKey)
  bursts.close()
  keys.push(bursts.next('typing').mergeKey)
  expect(bursts.next('format')).toEqual({ mergeKey: undefined, isNew: true })
  keys.push(bursts.next('typing').mergeKey)
  keys.push(bursts.next('alt').mergeKey)
  expect(new Set(keys).size).toBe(5)
})

test('formatting twice is two steps', () => {
  const { bursts } = at(0)
  expect(bursts.next('format').isNew).toBe(true)
  expect(bursts.next('format').isNew).toBe(true)
})
