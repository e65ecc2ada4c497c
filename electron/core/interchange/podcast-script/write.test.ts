import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModule } from '../../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { createStep } from '../../../../shared/model/steps/index.ts'
import { oneLine } from '../../../../shared/podcast/clean.ts'
import { draftScript } from '../../../../shared/podcast/draft.ts'
import type { Chapter, Line, Script } from '../../../../shared/podcast/script.ts'
import { staleLines } from '../../../../shared/podcast/stale.ts'
import { anyRichText } from '../../../../test/harness/arbitrary-rich-text.ts'
import { notesFor } from '../report.ts'
import { isName } from './form.ts'
import { readScript } from './read.ts'
import { writeScript } from './write.ts'

function read(text: string) {
  const notes = notesFor('talk.md')
  const { script, episode } = readScript(text, { firstLine: 1, title: 'Talk', language: 'en', notes })
  return {
    script,
    episode,
    report: notes.lines.map(({ place, outcome, found }) => `${place} ${outcome} ${found}`),
  }
}
const words = fc
  .oneof(
    fc.string({ maxLength: 30, unit: 'grapheme' }),
    fc.constantFrom(
      '<!-- a -->',
      '\\<!--',
      '-->',
      '# x',
      '(pause 1)',
      '[clip a]',
      'Ana: hi',
      'Remember: this',
      '---',
      '*stress*',
      ': x',
      '|',
      'null',
      '{}',
      'a {x: 1}',
      '1.0',
      'it\'s: "q"',
      '- a: [b',
      'نص',
    ),
  )
  .map(oneLine)
  .filter((text) => text !== '')
const names = words.filter(isName)
const path = words.map((text) => text.replaceAll('|', '').trim()).filter((text) => text !== '')
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const speaker = fc.record({ voice: words, speed: fc.constantFrom(1, 0.5, 1.25, 2) })
const source = fc.record({ step: fc.constantFrom('m.why', 'x-1'), hash: fc.constantFrom('0a1b', 'ff') })

const thousandths = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((thousand) => thousand / 1000)
const edit = fc
  .record({
    start: fc.oneof(fc.constant(0), thousandths(0, 900_000)),
    length: orNull(fc.integer({ min: 1, max: 10_000_000 })),
    gain: fc.oneof(fc.constant(0), thousandths(-40, 40)),
    fadeIn: fc.oneof(fc.constant(0), thousandths(0, 30)),
    fadeOut: fc.oneof(fc.constant(0), thousandths(0, 30)),
  })
  .map(({ length, ...more }) => ({
    ...more,
    end: length === null ? null : Math.round(Math.min(more.start * 1000 + length, 999_999_000)) / 1000,
  }))
const episode = fc.record({
  mustListen: orNull(fc.constantFrom(1, 66.7, 100)),
  mayDownload: fc.boolean(),
  bitrate: fc.constantFrom(128 as const, 192 as const),
  sampleRate: fc.constantFrom(48_000 as const, 44_100 as const),
})

const anyScript: fc.Arbitrary<Script> = fc
  .uniqueArray(names, { minLength: 1, maxLength: 4 })
  .chain((known) => {
    const line: fc.Arbitrary<Line> = fc.oneof(
      fc.record({
        place: fc.constant(0),
        kind: fc.constant('speech' as const),
        speaker: fc.constantFrom(...known),
        text: words,
        source: orNull(source),
      }),
      fc.record({
        place: fc.constant(0),
        kind: fc.constant('pause' as const),
        seconds: thousandths(-10, 60),
      }),
      fc.record({
        place: fc.constant(0),
        kind: fc.constant('clip' as const),
        file: path,
        speaker: orNull(fc.constantFrom(...known)),
        text: orNull(words),
        source: orNull(source),
        edit: orNull(edit),
      }),
    )
    const lines = fc.array(line, { maxLength: 6 })
    const opening: fc.Arbitrary<Chapter[]> = lines.map((all) =>
      all.length > 0 ? [{ title: null, lines: all }] : [],
    )
    const chapters = fc.array(fc.record({ title: words, lines }), { maxLength: 3 })
    return fc.record({
      title: words,
      author: orNull(words),
      language: fc.constantFrom('en', 'de-AT', 'no'),
      licence: orNull(words),
      speakers: fc
        .tuple(...known.map(() => speaker))
        .map((voices) => voices.map((voice, index) => ({ name: known[index] ?? '', ...voice }))),
      pronunciation: fc.dictionary(words, words, { maxKeys: 3, noNullPrototype: true }),
      music: fc.record({
        intro: orNull(path),
        bed: orNull(path),
        outro: orNull(path),
        duck: fc.constantFrom(12, 0, 7.5),
        level: fc.constantFrom(0, -40, 3.5, 12),
      }),
      cover: orNull(path),
      loudness: fc.constantFrom('stereo' as const, 'mono' as const, 'loud' as const),
      denoise: fc.boolean(),
      chapters: fc.tuple(opening, chapters).map(([first, more]) => [...first, ...more]),
    })
  })

const withoutPlaces = (script: Script): Script => ({
  ...script,
  chapters: script.chapters.map(({ title, lines }) => ({
    title,
    lines: lines.map((line) => ({ ...line, place: 0 })),
  })),
})

describe('writing a script', () => {
  it('reads back as the same script, without a word in the report', () => {
    fc.assert(
      fc.property(anyScript, episode, (script, settings) => {
        const text = writeScript(script, settings)
        const { script: again, episode: usual, report } = read(text)
        expect(withoutPlaces(again)).toEqual(script)
        expect(usual).toEqual(settings)
        expect(report.filter((line) => !line.includes('changed # '))).toEqual([])
        expect(writeScript(again, usual)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps a draft and what it comes from', () => {
    fc.assert(
      fc.property(anyRichText, (body) => {
        const step = { ...createStep('page', { id: 'm.a', title: 'A' }), body } as ProjectRecord
        const module = { ...createModule({ id: 'm', title: 'T' }), steps: ['m.a'] }
        const draft = draftScript(module, { m: module, 'm.a': step }, { speakers: 2, language: 'en' })
        const { script, report } = read(writeScript(draft))
        expect(withoutPlaces(script)).toEqual(withoutPlaces(draft))
        expect(report).toEqual([])
        expect(staleLines(script, { m: module, 'm.a': step })).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('looks as an author would write it', () => {
    const text = `title: Value before price
language: en
voices:
  Ana: en-gb
music: media/intro.wav
---
# Opening
Ana: Welcome. <!-- from m.why 0a1b -->
(pause 1.5)

# The end
[clip media/x.wav {from: 1.5, to: 9, gain: -3, fadeOut: 2} | Ana: Bye.] <!-- from m.why 0a1c -->
(pause -0.5)
[clip media/y.wav]
`
    expect(writeScript(read(text).script)).toBe(text)
  })
})
