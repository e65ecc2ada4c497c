import { describe, expect, it } from 'vitest'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { notesFor } from '../report.ts'
import { readScript } from './read.ts'

function read(text: string) {
  const notes = notesFor('talk.md')
  const { script, episode } = readScript(text, { firstLine: 1, title: 'Talk', language: 'en', notes })
  return {
    script,
    episode,
    report: notes.lines.map(({ place, outcome, found }) => `${place} ${outcome} ${found}`),
  }
}
const linesOf = (script: Script) => script.chapters.flatMap(({ lines }) => lines)
const speech = (place: number, speaker: string, text: string): Line => ({
  place,
  kind: 'speech',
  speaker,
  text,
  source: null,
})

describe('reading a script', () => {
  it('takes settings, chapters, lines, pauses, clips and notes', () => {
    const { script, report } = read(`title: Value before price
author: Ana Lima
language: en-GB
licence: CC BY 4.0
voices: { Ana: en-gb, Ben: { voice: "piper:en_US-amy", speed: 1.1 } }
pronunciation: { SCORM: skorm }
music: { intro: media/in.wav, bed: media/bed.mp3, outro: media/out.wav, duck: 15 }
cover: media/cover.png
loudness: mono
---
Ana: Before the first heading.
# The two moves
<!-- a note
over two lines -->
Ben: So what do I say
<!-- slower -->
first? <!-- here too -->
(pause 1.5)
[clip media/call.wav | Cleo: It is too expensive.]
[clip media/bell.wav]

Ana: *Restate* the outcome: value first.
`)
    expect(report).toEqual([])
    expect(script).toEqual({
      title: 'Value before price',
      author: 'Ana Lima',
      language: 'en-GB',
      licence: 'CC BY 4.0',
      speakers: [
        { name: 'Ana', voice: 'en-gb', speed: 1 },
        { name: 'Ben', voice: 'piper:en_US-amy', speed: 1.1 },
        { name: 'Cleo', voice: 'en-GB', speed: 1 },
      ],
      pronunciation: { SCORM: 'skorm' },
      music: { intro: 'media/in.wav', bed: 'media/bed.mp3', outro: 'media/out.wav', duck: 15, level: 0 },
      cover: 'media/cover.png',
      loudness: 'mono',
      denoise: false,
      chapters: [
        { title: null, lines: [speech(11, 'Ana', 'Before the first heading.')] },
        {
          title: 'The two moves',
          lines: [
            speech(15, 'Ben', 'So what do I say first?'),
            { place: 18, kind: 'pause', seconds: 1.5 },
            {
              place: 19,
              kind: 'clip',
              file: 'media/call.wav',
              speaker: 'Cleo',
              text: 'It is too expensive.',
              source: null,
              edit: null,
            },
            {
              place: 20,
              kind: 'clip',
              file: 'media/bell.wav',
              speaker: null,
              text: null,
              source: null,
              edit: null,
            },
            speech(22, 'Ana', '*Restate* the outcome: value first.'),
          ],
        },
      ],
    })
  })

  it('has usual settings, and says so of a text without any', () => {
    const { script, report } = read('Ana: Hello.')
    expect(script).toMatchObject({ title: 'Talk', language: 'en', loudness: 'stereo', music: { duck: 12 } })
    expect(report).toEqual(['line 1 changed a script without settings', 'line 1 changed Ana:'])
    expect(read('---\n---\n').report).toEqual([])
  })

  it('takes settings between two lines of dashes, too', () => {
    const { script, report } = read('\n---\ntitle: A\nvoices: { Ana: en }\n---\nAna: Hello.\n')
    expect(script.title).toBe('A')
    expect(linesOf(script)).toEqual([speech(6, 'Ana', 'Hello.')])
    expect(report).toEqual([])
  })

  it('tells who speaks from a sentence with a colon', () => {
    const { script, report } = read(`voices: { Ana: en, "the host of the show": en }
---
Ana: Remember
this: value first
and see https://example.org too.
Ben: An answer.
the host of the show: Welcome.

narrator: Once.
Zoë Ångström 2: Twice.
This is no name, of course: it is words.
`)
    expect(linesOf(script)).toEqual([
      speech(3, 'Ana', 'Remember this: value first and see https://example.org too.'),
      speech(6, 'Ben', 'An answer.'),
      speech(7, 'the host of the show', 'Welcome.'),
      speech(9, 'narrator', 'Once.'),
      speech(10, 'Zoë Ångström 2', 'Twice. This is no name, of course: it is words.'),
    ])
    expect(report).toEqual([
      'line 6 changed Ben:',
      'line 9 changed narrator:',
      'line 10 changed Zoë Ångström 2:',
    ])
    expect(linesOf(read('voices: { 司会: ja }\n---\n司会：こんにちは。').script)).toEqual([
      speech(3, '司会', 'こんにちは。'),
    ])
  })

  it('gives words that nobody is named for to whoever spoke, and says so', () => {
    const { script, report } = read('voices: { Ana: en }\n---\nHello.\n\nBen: Hi.\n\nMore.\n')
    expect(linesOf(script)).toEqual([
      speech(3, 'Ana', 'Hello.'),
      speech(5, 'Ben', 'Hi.'),
      speech(7, 'Ben', 'More.'),
    ])
    expect(report).toEqual(['line 3 changed Hello.', 'line 5 changed Ben:', 'line 7 changed More.'])
    expect(read('---\nHello.').script.speakers).toEqual([{ name: 'Narrator', voice: 'en', speed: 1 }])
  })

  it('names everything it cannot take, and keeps the rest', () => {
    const { script, report } = read(`title: [a, b]
language: english please
loudness: louder
voices: { "(x)": en, Ana: { voice: en, speed: 9, pitch: 2 }, Ben: "" }
music: { intro: a.wav, duck: many, tempo: 3 }
pronunciation: { word: [] }
speaker: Ana
---
#
## Deep
# Empty
(pause soon)
(pause 3600)
[clip]
***
Ana:

Ben: Still here. <!-- no end
Ana: And here.
`)
    expect(linesOf(script)).toEqual([
      { place: 13, kind: 'pause', seconds: 60 },
      speech(18, 'Ben', 'Still here.'),
      speech(19, 'Ana', 'And here.'),
    ])
    expect(script).toMatchObject({ title: 'Talk', language: 'en', loudness: 'stereo' })
    expect(script.music).toEqual({ intro: 'a.wav', bed: null, outro: null, duck: 12, level: 0 })
    expect(report.sort()).toEqual(
      [
        'line 1 left-out title: …',
        'line 2 left-out language: english please',
        'line 3 left-out loudness: louder',
        'line 4 left-out voices: (x)',
        'line 4 left-out speed: 9',
        'line 4 left-out pitch:',
        'line 4 changed voices: Ben',
        'line 5 left-out music: duck: many',
        'line 5 left-out music: tempo: 3',
        'line 6 left-out pronunciation: word',
        'line 7 left-out speaker:',
        'line 9 left-out #',
        'line 10 changed ## Deep',
        'line 10 changed # Deep',
        'line 12 left-out (pause soon)',
        'line 13 changed (pause 3600)',
        'line 14 left-out [clip]',
        'line 15 left-out ***',
        'line 16 left-out Ana:',
        'line 18 left-out <!--',
      ].sort(),
    )
  })

  it('takes what becomes of the finished episode beside the script’s own settings', () => {
    const text = 'listen: 80\ndownload: true\nbitrate: 192\nrate: 44100\nvoices: { Ana: en }\n---\nAna: Hi.'
    const { episode, report } = read(text)
    expect(report).toEqual([])
    expect(episode).toEqual({ mustListen: 80, mayDownload: true, bitrate: 192, sampleRate: 44_100 })
    const odd = read('listen: 0\ndownload: maybe\nbitrate: 64\nrate: [1]\n---\n')
    expect(odd.episode).toEqual({ mustListen: null, mayDownload: false, bitrate: 128, sampleRate: 48_000 })
    expect(odd.report).toEqual([
      'line 1 left-out listen: 0',
      'line 2 left-out download: maybe',
      'line 3 left-out bitrate: 64',
      'line 4 left-out rate: …',
    ])
  })

  it('reads on where the settings are no YAML', () => {
    const { script, report } = read('title: "open\nvoices: {\n---\nAna: Hello.')
    expect(linesOf(script)).toEqual([speech(4, 'Ana', 'Hello.')])
    expect(report[0]).toMatch(/left-out the settings of a podcast$/)
  })

  it('takes control characters out and says where', () => {
    const { script, report } = read(
      'voices: { Ana: "e\\x07n" }\n---\nAna: Hel\u0007lo \u0000there\u2028again \ud800.',
    )
    expect(linesOf(script)).toEqual([speech(3, 'Ana', 'Hello there again \ufffd.')])
    expect(script.speakers[0]?.voice).toBe('en')
    expect(report).toEqual(['line 3 changed Ana: Hello there again �.', 'line 1 changed en'])
    const many = read(`---\n${'Ana: a\u0007\n'.repeat(100)}`).report
    expect(many.filter((line) => line.includes('80 more lines'))).toHaveLength(1)
  })

  it('keeps all of 50,000 words', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `Ana: ${'word '.repeat(10)}${index}.`).join('\n')
    const { script, report } = read(`voices: { Ana: en }\n---\n${text}\n${'<!-- '.repeat(20_000)}`)
    expect(linesOf(script)).toHaveLength(5000)
    expect(report).toEqual(['line 5003 left-out <!--'])
  })
})
