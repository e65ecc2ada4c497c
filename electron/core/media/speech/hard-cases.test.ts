import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { processesWith } from '../../../../test/harness/processes.ts'
import { mountSmallDisk, noSmallDisk } from '../../../../test/harness/small-disk.ts'
import { createSpeaking, scriptOf, speaks } from '../../../../test/harness/speaking.ts'
import { eventually } from '../../../../test/harness/eventually.ts'

const { dispose, command, speech, spoken } = createSpeaking()
afterAll(dispose)
afterEach(() => void vi.useRealTimers())

/** Starts another program, which hangs, holds what it writes to and knows nothing of its parent's end. */
const hangs =
  "spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', __dirname], { stdio: 'inherit' })"

const gone = (home: string) => eventually(() => expect(processesWith(home)).toEqual([]))

describe('a command that hangs', () => {
  it('is ended with what it started when its time is up, and only its line is lost', async () => {
    const { engines, calls, cache, home } = command(`if (/Bad/.test(text)) { ${hangs} } else { ${speaks} }`)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const failure = spoken(engines, scriptOf('Good.', 'Bad.'), { cache }).catch((error: unknown) => error)
    while (calls().length < 2) await new Promise((resolve) => void setImmediate(resolve))
    // The good one is done with its clock before everything's time is up.
    while (!existsSync(cache) || !readdirSync(cache).some((name) => !name.includes('.part.')))
      await new Promise((resolve) => void setImmediate(resolve))
    vi.advanceTimersByTime(30_000)
    expect(await failure).toMatchObject({
      code: 'speech-failed',
      details: { count: 1, lines: 'line 2, “Bad.”: mine with v: it did not finish within 10 seconds' },
    })
    vi.useRealTimers()
    await gone(home)
    expect(readdirSync(cache)).toHaveLength(1)
  })

  it('is ended with what it started when its work is cancelled', async () => {
    const { engines, calls, cache, home } = command(hangs)
    const stop = new AbortController()
    const failure = spoken(engines, scriptOf('One.'), { cache, signal: stop.signal }).catch(
      (error: unknown) => error,
    )
    await eventually(() => expect(calls().length).toBe(1))
    stop.abort()
    expect(await failure).toMatchObject({ code: 'cancelled' })
    await gone(home)
    expect(readdirSync(cache)).toEqual([])
  })

  it('is ended when the reader goes away', async () => {
    const { engines, calls, cache, home } = command(hangs)
    const work = speech(engines, cache).speak(scriptOf('One.', 'Two.'))
    await work.next()
    await eventually(() => expect(calls().length).toBeGreaterThan(0))
    await work.return(new Map())
    await gone(home)
    expect(readdirSync(cache)).toEqual([])
  })
})

describe('speaking', () => {
  it('comes to its end for a reader who is slower than it', async () => {
    const { engines, calls, cache } = command(speaks)
    const work = speech(engines, cache).speak(scriptOf('One.', 'Two.'))
    await work.next()
    await eventually(() => expect(calls().length).toBe(2))
    const whole = () => readdirSync(cache).filter((name) => !name.includes('.part.'))
    await eventually(() => expect(whole()).toHaveLength(2))
    // Nothing is left that could wake it.
    await wait(200)
    let step = await work.next()
    while (!step.done) step = await work.next()
    expect(step.value.size).toBe(2)
  })

  it('makes again what a power cut damaged', async () => {
    const { engines, calls, cache } = command(speaks)
    await spoken(engines, scriptOf('One.'), { cache })
    const [name = ''] = readdirSync(cache)
    writeFileSync(join(cache, name), '')
    const { lines } = await spoken(engines, scriptOf('One.'), { cache })
    expect(lines.get(1)?.[0]?.sound.samples).toBe(8000)
    expect(calls()).toHaveLength(2)
  })

  it('says so when the disk is full', async (context) => {
    if (noSmallDisk) context.skip(noSmallDisk)
    const disk = mountSmallDisk(1)
    try {
      const { engines } = command(speaks)
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(1_048_576 - 8_192))
      const cache = join(disk.path, 'cache')
      const failure = await spoken(engines, scriptOf('One.'), { cache }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'disk-full' })
      expect(readdirSync(cache)).toEqual([])
    } finally {
      disk.unmount()
    }
  })
})

describe('a command’s words', () => {
  it('hold no option that an author wrote, and no control characters', async () => {
    const { engines, calls, cache } = command(speaks, ['{output}', '{text}'])
    await spoken(engines, scriptOf('-o\0 $(touch x)\u0007 "y".'), { cache })
    expect(JSON.parse(calls()[0] ?? '')).toEqual(['', ' -o $(touch x) "y".'])
  })

  it('may name a file with the text, which is taken away again', async () => {
    const { engines, calls, cache } = command(
      `fs.appendFileSync(process.argv[1].replace(/speak$/, 'calls'), JSON.stringify(fs.readFileSync(words[1], 'utf8')) + '\\n'); ${speaks}`,
      ['{output}', '{textFile}'],
    )
    await spoken(engines, scriptOf('Größe & 🐝.'), { cache })
    expect(JSON.parse(calls()[1] ?? '')).toBe('Größe & 🐝.')
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.wav$/)])
  })

  it('name a file that ends as WAV files do', async () => {
    const { engines, cache } = command(`if (!words[0].endsWith('.wav')) process.exit(1); ${speaks}`)
    expect((await spoken(engines, scriptOf('One.'), { cache })).lines.size).toBe(1)
  })
})
