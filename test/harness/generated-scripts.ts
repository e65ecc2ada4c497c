import fc from 'fast-check'
import type { PodcastStep } from '../../shared/model/steps/podcast.ts'
import { oneLine } from '../../shared/podcast/clean.ts'
import type { Chapter, Line, Script } from '../../shared/podcast/script.ts'
import { isName } from '../../electron/core/interchange/podcast-script/form.ts'

/** Words on one line, signs that scripts are written with among them. */
export const scriptWords = fc
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
      'a {}',
      '{picture: a}',
      'b {picture: "a{", x: "\\',
      '1.0',
      'it\'s: "q"',
      '- a: [b',
      'نص',
    ),
  )
  .map(oneLine)
  .filter((text) => text !== '')
const names = scriptWords.filter(isName)
/** Paths that a script can name. */
export const scriptPaths = scriptWords
  .map((text) => text.replaceAll('|', '').trim())
  .filter((text) => text !== '')
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const speaker = fc.record({ voice: scriptWords, speed: fc.constantFrom(1, 0.5, 1.25, 2) })
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
/** What becomes of the finished episode. */
export const anyEpisode: fc.Arbitrary<
  Pick<PodcastStep, 'mustListen' | 'mayDownload' | 'bitrate' | 'sampleRate'>
> = fc.record({
  mustListen: orNull(fc.constantFrom(1, 66.7, 100)),
  mayDownload: fc.boolean(),
  bitrate: fc.constantFrom(128 as const, 192 as const),
  sampleRate: fc.constantFrom(48_000 as const, 44_100 as const),
})

/** Any script that its text can say, its places all 0; `sound` and `picture` are what it may name. */
export const anyScript = (sound: fc.Arbitrary<string>, picture: fc.Arbitrary<string>): fc.Arbitrary<Script> =>
  fc.uniqueArray(names, { minLength: 1, maxLength: 4 }).chain((known) => {
    const line: fc.Arbitrary<Line> = fc.oneof(
      fc.record({
        place: fc.constant(0),
        kind: fc.constant('speech' as const),
        speaker: fc.constantFrom(...known),
        text: scriptWords,
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
        file: sound,
        speaker: orNull(fc.constantFrom(...known)),
        text: orNull(scriptWords),
        source: orNull(source),
        edit: orNull(edit),
      }),
    )
    const lines = fc.array(line, { maxLength: 6 })
    const opening: fc.Arbitrary<Chapter[]> = lines.map((all) =>
      all.length > 0 ? [{ title: null, lines: all }] : [],
    )
    const title = fc.oneof({ weight: 9, arbitrary: scriptWords }, fc.constant(''))
    const chapters = fc.array(fc.record({ title, lines, picture }, { requiredKeys: ['title', 'lines'] }), {
      maxLength: 3,
    })
    return fc.record({
      title: scriptWords,
      author: orNull(scriptWords),
      language: fc.constantFrom('en', 'de-AT', 'no'),
      licence: orNull(scriptWords),
      speakers: fc
        .tuple(...known.map(() => speaker))
        .map((voices) => voices.map((voice, index) => ({ name: known[index] ?? '', ...voice }))),
      pronunciation: fc.dictionary(scriptWords, scriptWords, { maxKeys: 3, noNullPrototype: true }),
      music: fc.record({
        intro: orNull(sound),
        bed: orNull(sound),
        outro: orNull(sound),
        duck: fc.constantFrom(12, 0, 7.5),
        level: fc.constantFrom(0, -40, 3.5, 12),
      }),
      cover: orNull(picture),
      loudness: fc.constantFrom('stereo' as const, 'mono' as const, 'loud' as const),
      denoise: fc.boolean(),
      chapters: fc.tuple(opening, chapters).map(([first, more]) => [...first, ...more]),
    })
  })
