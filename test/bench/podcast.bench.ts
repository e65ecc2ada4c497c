import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPodcasts, type Podcasts } from '../../electron/core/media/podcast/podcasts.ts'
import { espeak } from '../../electron/core/media/speech/engines/espeak.ts'
import { newScript } from '../../shared/podcast/new-script.ts'
import type { Line, Script } from '../../shared/podcast/script.ts'
import { media, program } from '../harness/media.ts'
import { run } from '../harness/work.ts'
import type { Benchmark, Measure } from './report.ts'

const minutes = 12

const sentences = [
  'A complaint is a second chance. The customer who tells you what went wrong is still talking to you.',
  'Listen first. Let the customer finish, even when you know the answer already. Note the facts, not the tone.',
  'Name the problem in your own words and ask whether you have it right. It shows that you understood.',
  'Agree what happens next: what you will do, by when, and how the customer will hear from you.',
]

/** Of the line that is edited: the first of a chapter, all of which is then encoded anew. */
const edited = minutes * 3

/** About so many minutes of two who talk in turn, in so many chapters, with an intro, a bed and an outro. */
function episode({ chapters = 6, change = '' } = {}): Script {
  const lines = Array.from({ length: minutes * 6 }, (_, at): Line => {
    // No sentence twice: what was spoken once is remembered.
    const said = sentences[at % sentences.length]?.replaceAll('.', `, as point ${at + 1} has it.`)
    const text = `Point ${at + 1}. ${said}${at === edited ? change : ''}`
    return { place: at + 1, kind: 'speech', speaker: at % 2 === 0 ? 'Ana' : 'Ben', text, source: null }
  })
  return {
    ...newScript({ title: 'Handling a complaint', language: 'en' }),
    speakers: [
      { name: 'Ana', voice: 'en-gb', speed: 1 },
      { name: 'Ben', voice: 'en-us', speed: 1 },
    ],
    music: { intro: 'music.wav', bed: 'music.wav', outro: 'music.wav', duck: 12, level: 0 },
    chapters: Array.from({ length: chapters }, (_, at) => ({
      title: `Part ${at + 1}`,
      lines: lines.slice((at * lines.length) / chapters, ((at + 1) * lines.length) / chapters),
    })),
  }
}

export const benchmark: Benchmark = {
  title: `Podcast: an episode of about ${minutes} minutes, two voices and music, as MP3 and M4A`,
  async measure(): Promise<Measure[]> {
    if ((await espeak.version()) === null)
      return [{ name: 'espeak-ng is not installed, so nothing was measured', value: 0, unit: 's' }]
    const folder = mkdtempSync(join(tmpdir(), 'morsel-podcast-bench-'))
    try {
      const music = media('bench-music.wav', [
        ...'-f lavfi -i'.split(' '),
        "aevalsrc='0.2*(sin(2*PI*220*t)+sin(2*PI*277*t))*(0.6+0.4*sin(2*PI*2*t))|0.2*(sin(2*PI*221*t)+sin(2*PI*278*t))*(0.6+0.4*sin(2*PI*2*t))':s=48000:d=30",
      ])
      const ports = {
        ffmpeg: process.env.MORSEL_FFMPEG ?? null,
        log: () => {},
        paths: { resources: folder, home: join(folder, 'home') },
      }
      const outputs = [join(folder, 'episode.mp3'), join(folder, 'episode.m4a')]
      // A home of its own for each episode: nothing is remembered of another.
      const studio = (home: string) =>
        createPodcasts(
          { ...ports, paths: { ...ports.paths, home: join(folder, home) } },
          { engines: [espeak] },
        )
      const make = async (podcasts: Podcasts, script: Script) => {
        const started = performance.now()
        let spoken = started
        const work = podcasts.make({ script, files: { 'music.wav': music }, outputs, overwrite: true })
        const { result } = await run(
          (async function* () {
            for await (const event of work) {
              if (event.type === 'progress' && event.phase === 'Speaking') spoken = performance.now()
              yield event
            }
          })(),
        )
        const ended = performance.now()
        return { result, speech: (spoken - started) / 1000, rest: (ended - spoken) / 1000 }
      }
      const change = ' And thank them.'
      const usual = studio('home')
      const first = await make(usual, episode())
      const again = await make(usual, episode({ change }))
      const floor = plainEncoding(outputs[0] ?? '', folder)
      const [mp3, m4a] = first.result.files
      const other = studio('other')
      const whole = await make(other, episode({ chapters: 1 }))
      const wholeAgain = await make(other, episode({ chapters: 1, change }))
      const total = (made: { speech: number; rest: number }) => made.speech + made.rest
      return [
        { name: 'its length', value: first.result.seconds / 60, unit: 'min' },
        { name: 'speech', value: first.speech, unit: 's' },
        {
          name: 'mix and master',
          value: first.rest,
          unit: 's',
          floor: { name: 'decoding it and encoding MP3 and AAC, nothing else', value: floor, budget: 1 },
        },
        { name: 'all of it', value: total(first), unit: 's' },
        {
          name: 'after the first line of a chapter was edited',
          value: total(again),
          unit: 's',
          floor: { name: 'the first time', value: total(first), budget: 0.35 },
        },
        { name: 'all of it, in one chapter', value: total(whole), unit: 's' },
        {
          name: 'in one chapter, after a line in its middle was edited',
          value: total(wholeAgain),
          unit: 's',
        },
        { name: 'MP3, loudness', value: mp3?.loudness ?? 0, unit: 'LUFS' },
        { name: 'MP3, true peak', value: mp3?.peak ?? 0, unit: 'dBTP' },
        { name: 'M4A, loudness', value: m4a?.loudness ?? 0, unit: 'LUFS' },
        { name: 'M4A, true peak', value: m4a?.peak ?? 0, unit: 'dBTP' },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Seconds that one ffmpeg takes to decode the same sound and encode it twice, with its usual coders. */
function plainEncoding(source: string, folder: string): number {
  const sound = join(folder, 'floor.wav')
  const ffmpeg = (...args: string[]) => execFileSync(program('ffmpeg'), ['-v', 'error', '-y', ...args])
  ffmpeg('-i', source, '-map', '0:a', '-c:a', 'pcm_s16le', sound)
  const started = performance.now()
  const kind = (codec: string, file: string) => [
    '-map',
    '0:a',
    '-c:a',
    codec,
    '-b:a',
    '128k',
    join(folder, file),
  ]
  ffmpeg('-i', sound, ...kind('libmp3lame', 'floor.mp3'), ...kind('aac', 'floor.m4a'))
  return (performance.now() - started) / 1000
}
