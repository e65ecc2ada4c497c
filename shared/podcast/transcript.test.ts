import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCaptions } from '../bundle/captions/parse.ts'
import { writeChapters } from './chapters.ts'
import { plainTranscript, writeTranscript } from './transcript.ts'

const long = `${'All of these words take more than two lines of forty-two characters. '.repeat(3)}End.`

describe('the transcript', () => {
  it('names speakers and escapes what would be read as tags', () => {
    expect(
      writeTranscript([
        { start: 0, end: 1.5, speaker: 'Ana & <Ben>', text: 'If a < b --> stop & think.' },
        { start: 1.5, end: 61.0004, speaker: null, text: 'Music' },
      ]),
    ).toBe(`WEBVTT

00:00:00.000 --> 00:00:01.500
<v Ana &amp; &lt;Ben&gt;>If a &lt; b --&gt; stop &amp; think.

00:00:01.500 --> 00:01:01.000
Music
`)
  })

  it('cuts a long sentence into cues of two lines, which share its time by their characters', () => {
    const cues =
      parseCaptions(writeTranscript([{ start: 10, end: 30, speaker: 'Ana', text: long }]))?.cues ?? []
    expect(cues.map(({ payload }) => payload.length)).toEqual([2, 2, 2])
    expect(cues.every(({ payload }) => payload[0]?.startsWith('<v Ana>'))).toBe(true)
    const words = cues.flatMap(({ payload }) => payload).join(' ')
    expect(words.replaceAll('<v Ana>', '')).toBe(long)
    expect(cues[0]?.start).toBe(10_000)
    expect(cues.at(-1)?.end).toBe(30_000)
    const rates = cues.map(({ start, end, payload }) => payload.join(' ').length / (end - start))
    expect(Math.max(...rates) / Math.min(...rates)).toBeLessThan(1.2)
  })

  it('keeps every word, in time, whatever is said how fast', () => {
    const cue = fc.record({
      start: fc.integer({ min: 0, max: 1_000_000 }).map((samples) => samples / 48_000),
      length: fc.integer({ min: 1, max: 480_000 }).map((samples) => samples / 48_000),
      text: fc
        .array(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), { maxLength: 40 })
        .map((words) => words.join(' ')),
    })
    fc.assert(
      fc.property(cue, ({ start, length, text }) => {
        const file = writeTranscript([{ start, end: start + length, speaker: null, text }])
        const cues = parseCaptions(file)?.cues ?? []
        const said = cues.flatMap(({ payload }) => payload).join('')
        const plain = said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
        expect(plain.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        let last = Math.round(start * 1000)
        for (const { start: from, end } of cues) {
          expect(from).toBe(last)
          expect(end).toBeGreaterThan(from)
          last = end
        }
        for (const line of cues.length > 1 ? cues.flatMap(({ payload }) => payload) : [])
          expect([...line.replace(/&(lt|gt|amp);/g, '.')].length).toBeLessThanOrEqual(42)
      }),
    )
  })

  it('is a paragraph for each speaker under the titles of the chapters', () => {
    const cues = [
      { start: 1, end: 2, speaker: 'Ana', text: 'One.' },
      { start: 2, end: 3, speaker: 'Ana', text: 'Two.' },
      { start: 4, end: 5, speaker: 'Ben', text: 'Three.' },
      { start: 6, end: 7, speaker: 'Ben', text: 'Four.' },
      { start: 7, end: 8, speaker: null, text: 'Bell' },
    ]
    const chapters = [
      { start: 0, title: 'Opening' },
      { start: 6, title: 'The end' },
    ]
    expect(plainTranscript(cues, chapters)).toBe(
      'Opening\n\nAna: One. Two.\n\nBen: Three.\n\nThe end\n\nBen: Four.\n\nBell\n',
    )
    expect(plainTranscript([], [])).toBe('')
  })
})

const example = join(process.env.MORSEL_CORPORA ?? '../shared/corpora', 'captions/chapters/example.json')

describe('the chapters file', () => {
  const addresses = { 'one.png': 'https://example.org/one.png' }
  const about = { title: 'Talk', author: null, image: 'https://example.org/a.png', addresses }
  const chapters = [
    { start: 0, title: 'Opening', picture: 'one.png' },
    { start: 30, title: 'Elsewhere', picture: 'away.png' },
    { start: 61.23456, title: 'The “end”' },
  ]
  it('has start times in seconds, titles, and pictures that have an address, the cover’s in place of none', () => {
    const read = (more = {}) =>
      JSON.parse(writeChapters(chapters, { ...about, ...more })) as { chapters: object[] }
    expect(read({ image: null }).chapters).toEqual([
      { startTime: 0, title: 'Opening', img: 'https://example.org/one.png' },
      { startTime: 30, title: 'Elsewhere' },
      { startTime: 61.235, title: 'The “end”' },
    ])
    expect(read()).toEqual({
      version: '1.2.0',
      title: 'Talk',
      chapters: [
        { startTime: 0, title: 'Opening', img: 'https://example.org/one.png' },
        { startTime: 30, title: 'Elsewhere', img: 'https://example.org/a.png' },
        { startTime: 61.235, title: 'The “end”', img: 'https://example.org/a.png' },
      ],
    })
  })

  it.skipIf(!existsSync(example))(
    'names chapters as the format’s own example does (needs the corpora that MORSEL_CORPORA names)',
    () => {
      const names = (value: object) => Object.keys(value)
      type File = { version: string; chapters: object[] }
      const theirs = JSON.parse(readFileSync(example, 'utf8')) as File
      const ours = JSON.parse(writeChapters(chapters, { ...about, author: 'A' })) as File
      expect(ours.version).toBe(theirs.version)
      const known = theirs.chapters.flatMap(names)
      expect(known).toEqual(expect.arrayContaining(ours.chapters.flatMap(names)))
    },
  )
})
