import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../../../test/harness/eventually.ts'
import { createSpeaking, scriptOf, speaks } from '../../../../test/harness/speaking.ts'
import { createSpeechCache, type SpeechCache } from './cache.ts'
import { SpeechProblem } from './engine.ts'

const home = mkdtempSync(join(tmpdir(), 'morsel-cache-'))
const speaking = createSpeaking()
afterAll(() => {
  rmSync(home, { recursive: true })
  speaking.dispose()
})

/** A sentence that is being made, until it is told to end. */
type Made = { signal: AbortSignal; end: (error?: Error) => void }

let cache: SpeechCache
let folder: string
let made: Made[]
beforeEach(() => {
  folder = mkdtempSync(join(home, 'at-'))
  cache = createSpeechCache(folder)
  made = []
})

const get = (signal?: AbortSignal) =>
  cache.get(
    ['A sentence.'],
    (path, making) =>
      new Promise((resolve, reject) => {
        making.addEventListener('abort', () => reject(new SpeechProblem('it was ended')))
        const end = (error?: Error) => {
          writeFileSync(path, 'sound')
          if (error) reject(error)
          else resolve()
        }
        made.push({ signal: making, end })
      }),
    signal,
  )
const begun = (count: number) => eventually(() => expect(made).toHaveLength(count))

it('makes what is asked for twice at once only once', async () => {
  const both = Promise.all([get(), get()])
  await begun(1)
  made[0]?.end()
  const [one, other] = await both
  expect([one === other, existsSync(one)]).toEqual([true, true])
  expect(await get()).toBe(one)
  expect(made).toHaveLength(1)
})

it('goes on for who still waits when another goes away', async () => {
  const stop = new AbortController()
  const [cancelled, other] = [get(stop.signal), get()]
  await begun(1)
  stop.abort()
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  expect(made[0]?.signal.aborted).toBe(false)
  made[0]?.end()
  expect(existsSync(await other)).toBe(true)
})

it('ends with the last who waits, leaves nothing, and is made anew for who asks then', async () => {
  const [one, two] = [new AbortController(), new AbortController()]
  const gone = Promise.allSettled([get(one.signal), get(two.signal)])
  await begun(1)
  one.abort()
  two.abort()
  const later = get()
  expect((await gone).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(made[0]?.signal.aborted).toBe(true)
  await begun(2)
  made[1]?.end()
  expect(existsSync(await later)).toBe(true)
  expect(readdirSync(folder)).toHaveLength(1)
})

it('tells everybody of what went wrong, and tries again when asked again', async () => {
  const both = Promise.allSettled([get(), get()])
  await begun(1)
  made[0]?.end(new SpeechProblem('it broke'))
  for (const one of await both) expect(one).toMatchObject({ reason: { message: 'it broke' } })
  const again = get()
  await begun(2)
  made[1]?.end()
  await again
})

it('lets a line be heard while all of its script is spoken, of which each sentence is spoken once', async () => {
  const { engines, calls, cache: folderOf } = speaking.command(speaks)
  const speech = speaking.speech(engines, folderOf)
  const all = async (...texts: string[]) => {
    const work = speech.speak(scriptOf(...texts))
    let step = await work.next()
    while (!step.done) step = await work.next()
    return step.value
  }
  const [script, line] = await Promise.all([all('One.', 'Two.', 'Three.', 'One.'), all('Two.')])
  expect([script.size, line.get(1)?.[0]?.sound]).toEqual([4, script.get(2)?.[0]?.sound])
  expect(calls()).toHaveLength(3)
})
