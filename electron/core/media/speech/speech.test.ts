import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { processesWith } from '../../../../test/harness/processes.ts'
import { createSpeaking, scriptOf, speaks } from '../../../../test/harness/speaking.ts'
import { hasEspeak, withoutEspeak } from '../../../../test/harness/speaks.ts'
import { espeak } from './engines/espeak.ts'
import { readWav } from './wav.ts'

const { folder, dispose, command, spoken } = createSpeaking()
afterAll(dispose)

describe('speaking with a configured command', () => {
  it('speaks each sentence once, with the dictionary’s sounds, and remembers it', async () => {
    const { engines, calls, cache } = command(speaks)
    const script = scriptOf('One. Two *and* more.', 'SCORM.')
    const { lines, progress } = await spoken(engines, script, { cache })
    expect(new Set(calls().map((call) => (JSON.parse(call) as string[])[0]))).toEqual(
      new Set(['One.', 'Two and more.', 'skorm.']),
    )
    expect(calls()).toHaveLength(3)
    expect(lines.get(1)?.map(({ text }) => text)).toEqual(['One.', 'Two and more.'])
    expect(lines.get(2)?.map(({ text }) => text)).toEqual(['SCORM.'])
    expect(lines.get(1)?.[0]?.sound).toMatchObject({ rate: 16_000, samples: 8000 })
    expect(progress[0]?.fraction).toBe(0)
    await spoken(engines, scriptOf('One. Two *and* more.', 'Three.'), { cache })
    expect(calls()).toHaveLength(4)
  })

  it('gives it any words as they are: no shell, no option, no markup', async () => {
    const { engines, calls, cache } = command(speaks, ['{output}', '--voice', '{voice}', '{speed}'])
    const text = '-rf $(touch x) `id` "quoted" \'s <b>&amp; 🐝 50%'
    await spoken(engines, scriptOf(text), { cache })
    expect(JSON.parse(calls()[0] ?? '')).toEqual([text, '--voice', 'v', '1'])
  })

  it.each([
    ['writes nothing', '', 'it wrote no sound'],
    [
      'writes rubbish',
      `fs.writeFileSync(words[0], 'rubbish, and a lot of it, but no sound')`,
      'is no WAV file',
    ],
    ['is cut short at once', `fs.writeFileSync(words[0], tone(16000, 1).subarray(0, 30))`, 'was cut short'],
    ['is cut short later', `fs.writeFileSync(words[0], tone(16000, 1).subarray(0, 9000))`, 'was cut short'],
    [
      'tells of no channels',
      `const b = tone(16000, 1); b.writeUInt16LE(0, 22); fs.writeFileSync(words[0], b)`,
      'does not say what is in it',
    ],
    [
      'tells of no rate',
      `const b = tone(16000, 1); b.writeUInt32LE(0, 24); fs.writeFileSync(words[0], b)`,
      'does not say what is in it',
    ],
    [
      'writes what nothing can read',
      `const b = tone(16000, 1); b.writeUInt16LE(0x7777, 20); fs.writeFileSync(words[0], b)`,
      'cannot be read',
    ],
    ['is silent', `fs.writeFileSync(words[0], tone(16000, 0.5).fill(0, 44))`, 'nothing is to be heard'],
    ['fails', `console.error('no such model'); process.exit(1)`, 'no such model'],
  ])('that %s names each line, and keeps what the others said', async (_, body, problem) => {
    const { engines, cache, calls } = command(`if (/Bad/.test(text)) { ${body} } else { ${speaks} }`)
    const script = scriptOf('Good.', 'Bad one.', 'Also good.', 'Bad two.')
    const failure = await spoken(engines, script, { cache }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'speech-failed', details: { count: 2 } })
    const { message, details } = failure as { message: string; details: { lines: string } }
    expect(message).toContain('2 lines could not be spoken: line 2, “Bad one.”: mine with v: ')
    expect(message).toContain(problem)
    expect(details.lines.split('\n')).toHaveLength(2)
    const before = calls().length
    await spoken(engines, scriptOf('Good.', 'Also good.'), { cache })
    expect(calls()).toHaveLength(before)
  })

  it('stops at once when it is cancelled, and leaves nothing behind', async () => {
    const { engines, cache, home } = command(`setTimeout(() => {}, 60000)`)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    await expect(
      spoken(engines, scriptOf('One.', 'Two.'), { cache, signal: stop.signal }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(readdirSync(cache)).toEqual([])
    expect(processesWith(home)).toEqual([])
  })

  it('that writes other samples than ours is understood all the same', async () => {
    const floats = `const n = 8000; const b = Buffer.alloc(44 + n * 4); tone(16000, 0.1).copy(b, 0, 0, 44); b.writeUInt16LE(3, 20); b.writeUInt32LE(64000, 28); b.writeUInt16LE(4, 32); b.writeUInt16LE(32, 34); b.writeUInt32LE(n * 4, 40); b.writeUInt32LE(36 + n * 4, 4); for (let i = 0; i < n; i++) b.writeFloatLE(0.3 * Math.sin(i / 5), 44 + i * 4); fs.writeFileSync(words[0], b)`
    const { engines, cache } = command(floats)
    const { lines } = await spoken(engines, scriptOf('One.'), { cache })
    const [first] = lines.get(1) ?? []
    expect(first?.sound.samples).toBe(8000)
    expect((await readWav(first?.sound.path ?? ''))?.rate).toBe(16_000)
  })
})

const cache = join(folder, 'cache')
describe.skipIf(!hasEspeak)(`espeak-ng${hasEspeak ? '' : ` (${withoutEspeak})`}`, () => {
  beforeEach(() => rmSync(cache, { recursive: true, force: true }))

  it('is there, with a voice for many a language', async () => {
    expect(await espeak.version()).toMatch(/^\d/)
    const languages = (await espeak.voices()).map(({ language }) => language)
    expect(languages).toEqual(expect.arrayContaining(['en-gb', 'de', 'fr-fr']))
  })

  it('speaks sentences that last as long as they should, faster when it is asked to', async () => {
    const text = 'This sentence has a handful of words & <marks> in it, and *one* that is stressed.'
    const seconds = async (speed: number) => {
      const script = { ...scriptOf(text), speakers: [{ name: 'Ana', voice: 'espeak-ng:en-gb', speed }] }
      const { lines } = await spoken([espeak], script, { cache })
      const [sentence] = lines.get(1) ?? []
      expect(sentence?.text).toBe(text.replaceAll('*', ''))
      return (sentence?.sound.samples ?? 0) / (sentence?.sound.rate ?? 1)
    }
    const usual = await seconds(1)
    expect(usual).toBeGreaterThan(3)
    expect(usual).toBeLessThan(10)
    expect(await seconds(1.5)).toBeLessThan(usual * 0.8)
  })

  it.each([
    ['[[h@loU]] and [x[1]] ] it', '[ [h@loU] ] and [x[1] ] ] it'],
    ['a &lt;b&gt; <break time="5s"/> c', 'a & lt;b& gt; < break time="5s"/> c'],
  ])('says %s as words', async (text, plain) => {
    const samples = async (words: string) => {
      const { lines } = await spoken([espeak], scriptOf(words), { cache })
      return lines.get(1)?.[0]?.sound.samples ?? 0
    }
    const asWritten = await samples(text)
    expect(asWritten).toBeGreaterThan(0)
    expect(Math.abs(asWritten - (await samples(plain)))).toBeLessThan(asWritten * 0.2)
  })
})
