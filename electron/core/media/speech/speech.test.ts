import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Progress } from '../../../../shared/contract/base.ts'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { hasEspeak, withoutEspeak } from '../../../../test/harness/speaks.ts'
import { usualPlaces } from '../ffmpeg/locate.ts'
import { createFfmpegTools } from '../ffmpeg/tools.ts'
import { configuredEngines } from './engines/configured.ts'
import { espeak } from './engines/espeak.ts'
import type { SpeechEngine } from './engine.ts'
import { createSpeech, type SpokenLines } from './speech.ts'
import { readWav } from './wav.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-speech-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tools = createFfmpegTools(
  usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
)

const scriptOf = (...texts: string[]): Script => ({
  title: 'Bees',
  author: null,
  language: 'en',
  licence: null,
  speakers: [{ name: 'Ana', voice: 'en', speed: 1 }],
  pronunciation: { SCORM: 'skorm' },
  music: { intro: null, bed: null, outro: null, duck: 12 },
  cover: null,
  loudness: 'stereo',
  chapters: [
    {
      title: null,
      lines: texts.map(
        (text, at): Line => ({ place: at + 1, kind: 'speech', speaker: 'Ana', text, source: null }),
      ),
    },
  ],
})

async function spoken(
  engines: SpeechEngine[],
  script: Script,
  { cache = 'cache', signal }: { cache?: string; signal?: AbortSignal } = {},
): Promise<{ lines: SpokenLines; progress: Progress[] }> {
  const speech = createSpeech({ engines, cacheFolder: join(folder, cache), tools })
  const progress: Progress[] = []
  const work = speech.speak(script, signal)
  let step = await work.next()
  while (!step.done) {
    progress.push(step.value)
    step = await work.next()
  }
  return { lines: step.value, progress }
}

let number = 0
/** A command as a designer may configure it: a script of Node's that does `body` with its words in `words`. */
function command(
  body: string,
  args = ['{output}'],
): { engines: SpeechEngine[]; calls: () => string[]; cache: string } {
  const home = mkdtempSync(join(folder, 'home-'))
  const program = join(home, 'speak')
  const log = join(home, 'calls')
  writeFileSync(log, '')
  writeFileSync(
    program,
    `#!${process.execPath}
const fs = require('node:fs')
if (process.argv[2] === '--help') process.exit(0)
const words = process.argv.slice(2)
const text = fs.readFileSync(0, 'utf8')
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify([text, ...words.slice(1)]) + '\\n')
const tone = (rate, seconds) => { const n = Math.round(rate * seconds); const b = Buffer.alloc(44 + n * 2); b.write('RIFF', 0); b.writeUInt32LE(36 + n * 2, 4); b.write('WAVEfmt ', 8); b.writeUInt32LE(16, 16); b.writeUInt16LE(1, 20); b.writeUInt16LE(1, 22); b.writeUInt32LE(rate, 24); b.writeUInt32LE(rate * 2, 28); b.writeUInt16LE(2, 32); b.writeUInt16LE(16, 34); b.write('data', 36); b.writeUInt32LE(n * 2, 40); for (let i = 0; i < n; i++) b.writeInt16LE(Math.round(8000 * Math.sin(i / 5)), 44 + i * 2); return b }
${body}
`,
  )
  chmodSync(program, 0o755)
  const configured = [{ name: 'mine', program, args, voices: [{ id: 'v', language: 'en' }] }]
  writeFileSync(join(home, 'speech-engines.json'), JSON.stringify(configured))
  const problems: string[] = []
  const engines = configuredEngines(home, (line) => problems.push(line))
  expect(problems).toEqual([])
  const calls = () => readFileSync(log, 'utf8').trim().split('\n').filter(Boolean)
  return { engines, calls, cache: `cache-${number++}` }
}
const speaks = `fs.writeFileSync(words[0], tone(16000, 0.5))`
const processesLeft = (name: string) =>
  readdirSync('/proc').filter((id) => {
    try {
      return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(name)
    } catch {
      return false
    }
  })

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
    ['is cut short', `fs.writeFileSync(words[0], tone(16000, 1).subarray(0, 30))`, 'was cut short'],
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
    const { engines, cache } = command(`setTimeout(() => {}, 60000)`)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    await expect(
      spoken(engines, scriptOf('One.', 'Two.'), { cache, signal: stop.signal }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(readdirSync(join(folder, cache))).toEqual([])
    if (process.platform === 'linux') expect(processesLeft('/speak')).toEqual([])
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

describe.skipIf(!hasEspeak)(`espeak-ng${hasEspeak ? '' : ` (${withoutEspeak})`}`, () => {
  beforeEach(() => rmSync(join(folder, 'cache'), { recursive: true, force: true }))

  it('is there, with a voice for many a language', async () => {
    expect(await espeak.version()).toMatch(/^\d/)
    const languages = (await espeak.voices()).map(({ language }) => language)
    expect(languages).toEqual(expect.arrayContaining(['en-gb', 'de', 'fr-fr']))
  })

  it('speaks sentences that last as long as they should, faster when it is asked to', async () => {
    const text = 'This sentence has a handful of words & <marks> in it, and *one* that is stressed.'
    const seconds = async (speed: number) => {
      const script = { ...scriptOf(text), speakers: [{ name: 'Ana', voice: 'espeak-ng:en-gb', speed }] }
      const { lines } = await spoken([espeak], script)
      const [sentence] = lines.get(1) ?? []
      expect(sentence?.text).toBe(text.replaceAll('*', ''))
      return (sentence?.sound.samples ?? 0) / (sentence?.sound.rate ?? 1)
    }
    const usual = await seconds(1)
    expect(usual).toBeGreaterThan(3)
    expect(usual).toBeLessThan(10)
    expect(await seconds(1.5)).toBeLessThan(usual * 0.8)
  })
})
