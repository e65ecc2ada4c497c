import { expect, it } from 'vitest'
import { run } from '../../../../test/harness/work.ts'
import type { Work } from '../../domains.ts'
import { createTurns } from './turns.ts'

/** Work that goes on until it is told to end, and notes when it begins. */
function endless(begun: string[], name: string) {
  let end: (error?: Error) => void = () => {}
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve())
  })
  async function* work(): Work<string> {
    begun.push(name)
    await ended
    yield { type: 'done', result: name }
  }
  return { work, end }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

it('lets works wait for their turn, in their order, and says so', async () => {
  const turns = createTurns(2)
  const begun: string[] = []
  const works = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...endless(begun, name) }))
  const results = works.map(({ name, work }) => run(turns.take(name, work)))
  await soon()
  expect(begun).toEqual(['a', 'b'])
  works[1]?.end()
  expect((await results[1])?.progress).toEqual([])
  await soon()
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const { end } of works) end()
  const [, , , last] = await Promise.all(results)
  expect(last).toMatchObject({ result: 'd', progress: [{ phase: 'Waiting' }] })
})

it('takes who was cancelled out of the line, and gives on the turn of who failed', async () => {
  const turns = createTurns(1)
  const begun: string[] = []
  const [first, second, third] = [endless(begun, 'a'), endless(begun, 'b'), endless(begun, 'c')]
  const stop = new AbortController()
  const failing = run(turns.take('a', first.work))
  const cancelled = run(turns.take('b', second.work, stop.signal))
  const last = run(turns.take('c', third.work))
  await soon()
  stop.abort()
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  first.end(new Error('It failed'))
  await expect(failing).rejects.toThrow('It failed')
  third.end()
  expect((await last).result).toBe('c')
  expect(begun).toEqual(['a', 'c'])
})
