import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimestamp, parseCaptions } from './parse.ts'
import { retimeCaptions } from './retime.ts'

const source = `WEBVTT - made by hand

STYLE
::cue { color: white }

NOTE only for authors

first
00:01.000 --> 00:04.000 align:start
One <00:02.500>two

00:05.000 --> 00:09.000
Three
and four

01:00:00.000 --> 01:00:01.000
Last
`

const cuesOf = (text: string | null) => parseCaptions(text ?? '')?.cues ?? []
const timesOf = (text: string | null) => cuesOf(text).map(({ start, end }) => [start, end])

describe('retiming captions', () => {
  it('keeps all of an untrimmed recording, without the notes', () => {
    const text = retimeCaptions(source, []) ?? ''
    expect(text.startsWith('WEBVTT\n\nSTYLE\n::cue { color: white }\n\nfirst\n00:00:01.000 -->')).toBe(true)
    expect(text).not.toContain('authors')
    expect(cuesOf(text)).toEqual(cuesOf(source))
  })

  it('cuts cues to what is kept and moves them to where it plays', () => {
    const text = retimeCaptions(source, [{ start: 2, end: 6 }])
    expect(timesOf(text)).toEqual([
      [0, 2000],
      [3000, 4000],
    ])
    expect(cuesOf(text)[0]).toMatchObject({
      id: 'first',
      settings: 'align:start',
      payload: ['One <00:00:00.500>two'],
    })
  })

  it('joins ranges in the order they play, and leaves out what is cut', () => {
    const text = retimeCaptions(source, [
      { start: 6, end: 7 },
      { start: 0, end: 2 },
    ])
    expect(timesOf(text)).toEqual([
      [0, 1000],
      [2000, 3000],
    ])
    expect(cuesOf(text)[1]?.payload).toEqual(['One two'])
  })

  it('keeps a cue whole over a cut that takes nothing away', () => {
    const ranges = [
      { start: 0, end: 6 },
      { start: 6, end: 10 },
    ]
    expect(timesOf(retimeCaptions(source, ranges))).toEqual([
      [1000, 4000],
      [5000, 9000],
    ])
  })

  it('parts a cue in two when its middle is cut out, the id on the first part alone', () => {
    const text = retimeCaptions('WEBVTT\n\nx\n00:00.000 --> 00:10.000\nHello', [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
    ])
    expect(cuesOf(text).map(({ id, start, end }) => [id, start, end])).toEqual([['x', 0, 3000]])
    const moved = retimeCaptions('WEBVTT\n\nx\n00:00.000 --> 00:10.000\nHello', [
      { start: 0, end: 2 },
      { start: 20, end: 21 },
      { start: 5, end: 6 },
    ])
    expect(cuesOf(moved).map(({ id, start, end }) => [id, start, end])).toEqual([
      ['x', 0, 2000],
      ['', 3000, 4000],
    ])
  })

  it('answers null for what is not WebVTT', () => {
    expect(retimeCaptions('1\n00:00:01,000 --> 00:00:02,000\nSubRip', [])).toBeNull()
    expect(retimeCaptions('', [])).toBeNull()
    expect(retimeCaptions('WEBVTTx', [])).toBeNull()
  })

  it('never shows a cue outside the kept time, nor more of it than was kept', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 8000 }))
      .map(([start, length]) => ({ start: start / 1000, end: (start + length) / 1000 }))
    const cue = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 8000 }))
    fc.assert(
      fc.property(fc.array(range, { minLength: 1 }), fc.array(cue), (ranges, cues) => {
        const text = `WEBVTT\n\n${cues
          .map(([at, long]) => `${formatTimestamp(at)} --> ${formatTimestamp(at + long)}\nwords`)
          .join('\n\n')}`
        const total = ranges.reduce((sum, { start, end }) => sum + Math.round((end - start) * 1000), 0)
        const overlap = cues.flatMap(([at, long]) =>
          ranges.map(({ start, end }) =>
            Math.max(0, Math.min(at + long, Math.round(end * 1000)) - Math.max(at, Math.round(start * 1000))),
          ),
        )
        const result = timesOf(retimeCaptions(text, ranges))
        expect(result.every(([start = 0, end = 0]) => start >= 0 && end > start && end <= total)).toBe(true)
        expect(result.reduce((sum, [start = 0, end = 0]) => sum + end - start, 0)).toBe(
          overlap.reduce((sum, length) => sum + length, 0),
        )
      }),
    )
  })
})

const corpus = join(process.env.MORSEL_CORPORA ?? '../shared/corpora', 'captions/webvtt/vttjs')
describe.skipIf(!existsSync(corpus))(
  'the vtt.js corpus of WebVTT files (needs the corpora that MORSEL_CORPORA names)',
  () => {
    type Expected = { cues?: { startTime: number; endTime: number }[] }
    const files = (existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }) : [])
      // Minutes of three digits: that parser took them, the standard and today's browsers do not.
      .filter((file) => !file.endsWith('min-top-digits.vtt'))
      .filter((file) => file.endsWith('.vtt') && existsSync(join(corpus, file.replace(/vtt$/, 'json'))))
      .sort()

    it.each(files)('%s', (file) => {
      const expected = JSON.parse(
        readFileSync(join(corpus, file.replace(/vtt$/, 'json')), 'utf8'),
      ) as Expected
      const found = parseCaptions(readFileSync(join(corpus, file), 'utf8'))
      const shown = (expected.cues ?? []).filter(({ startTime, endTime }) => endTime > startTime)
      expect((found?.cues ?? []).map(({ start, end }) => [start, end])).toEqual(
        shown.map(({ startTime, endTime }) => [Math.round(startTime * 1000), Math.round(endTime * 1000)]),
      )
    })
  },
)
