import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { usualPlaces } from '../../electron/core/media/ffmpeg/locate.ts'
import { createFfmpegTools } from '../../electron/core/media/ffmpeg/tools.ts'
import type { SpeechEngine } from '../../electron/core/media/speech/engine.ts'
import { configuredEngines } from '../../electron/core/media/speech/engines/configured.ts'
import { createSpeech, type Speech, type SpokenLines } from '../../electron/core/media/speech/speech.ts'
import type { Progress } from '../../shared/contract/base.ts'
import type { Line, Script } from '../../shared/podcast/script.ts'

/** A script of which Ana says each text. */
export const scriptOf = (...texts: string[]): Script => ({
  title: 'Bees',
  author: null,
  language: 'en',
  licence: null,
  speakers: [{ name: 'Ana', voice: 'en', speed: 1 }],
  pronunciation: { SCORM: 'skorm' },
  music: { intro: null, bed: null, outro: null, duck: 12, level: 0 },
  cover: null,
  loudness: 'stereo',
  denoise: false,
  chapters: [
    {
      title: null,
      lines: texts.map(
        (text, at): Line => ({ place: at + 1, kind: 'speech', speaker: 'Ana', text, source: null }),
      ),
    },
  ],
})

/** A command that speaks. */
export type Command = {
  engines: SpeechEngine[]
  /** A line a sentence: JSON of what came by standard input and of the words after the first. */
  calls: () => string[]
  /** Where what it spoke is remembered. */
  cache: string
  /** Stands in the command line of each of its processes. */
  home: string
}

/** A folder in which commands live and what they say is remembered. */
export type Speaking = {
  folder: string
  dispose: () => void
  /** A command as a designer may configure it: a script of Node's that does `body` with its words in `words`. */
  command: (body: string, args?: string[]) => Command
  speech: (engines: SpeechEngine[], cache: string) => Speech
  /** Speaks all of a script, reading along. */
  spoken: (
    engines: SpeechEngine[],
    script: Script,
    options: { cache: string; signal?: AbortSignal },
  ) => Promise<{ lines: SpokenLines; progress: Progress[] }>
}

const prelude = `
const fs = require('node:fs')
const { spawnSync } = require('node:child_process')
// Being asked for help is no sentence, and many a program calls it an error.
if (process.argv[2] === '--help') process.exit(2)
const words = process.argv.slice(2)
const text = fs.readFileSync(0, 'utf8')
const tone = (rate, seconds) => {
  const n = Math.round(rate * seconds)
  const b = Buffer.alloc(44 + n * 2)
  b.write('RIFF', 0)
  b.writeUInt32LE(36 + n * 2, 4)
  b.write('WAVEfmt ', 8)
  b.writeUInt32LE(16, 16)
  b.writeUInt16LE(1, 20)
  b.writeUInt16LE(1, 22)
  b.writeUInt32LE(rate, 24)
  b.writeUInt32LE(rate * 2, 28)
  b.writeUInt16LE(2, 32)
  b.writeUInt16LE(16, 34)
  b.write('data', 36)
  b.writeUInt32LE(n * 2, 40)
  for (let i = 0; i < n; i++) b.writeInt16LE(Math.round(8000 * Math.sin(i / 5)), 44 + i * 2)
  return b
}
`

/** What a command does that speaks as it should: half a second of a tone. */
export const speaks = `fs.writeFileSync(words[0], tone(16000, 0.5))`

export function createSpeaking(): Speaking {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-speech-'))
  const tools = createFfmpegTools(
    usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
  )
  let number = 0
  const speech = (engines: SpeechEngine[], cache: string) =>
    createSpeech({ engines, cacheFolder: cache, tools })
  return {
    folder,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
    speech,
    command(body, args = ['{output}']) {
      const home = join(folder, `home-${number++}-`)
      mkdirSync(home)
      const [program, log] = [join(home, 'speak'), join(home, 'calls')]
      writeFileSync(log, '')
      const note = `fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify([text, ...words.slice(1)]) + '\\n')`
      writeFileSync(program, `#!${process.execPath}\n${prelude}${note}\n${body}\n`)
      chmodSync(program, 0o755)
      const configured = [{ name: 'mine', program, args, voices: [{ id: 'v', language: 'en' }] }]
      writeFileSync(join(home, 'speech-engines.json'), JSON.stringify(configured))
      const problems: string[] = []
      const engines = configuredEngines(home, (line) => problems.push(line))
      expect(problems).toEqual([])
      const calls = () => readFileSync(log, 'utf8').trim().split('\n').filter(Boolean)
      return { engines, calls, cache: join(home, 'cache'), home }
    },
    async spoken(engines, script, { cache, signal }) {
      const progress: Progress[] = []
      const work = speech(engines, cache).speak(script, signal)
      let step = await work.next()
      while (!step.done) {
        progress.push(step.value)
        step = await work.next()
      }
      return { lines: step.value, progress }
    },
  }
}
