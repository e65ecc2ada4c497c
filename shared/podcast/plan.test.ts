import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newScript } from './new-script.ts'
import { gaps, type Spoken } from './place-voices.ts'
import { planEpisode } from './plan.ts'
import type { Chapter, ClipLine, Line, Script } from './script.ts'
import type { Sound } from './timeline.ts'

const sound = (seconds: number, rate = 48_000): Sound => ({
  path: `${seconds}.wav`,
  samples: Math.round(seconds * rate),
  rate,
  channels: 1,
})
const silent = { intro: null, bed: null, outro: null }
let place = 0
const says = (speaker: string, text: string): Line => ({
  place: ++place,
  kind: 'speech',
  speaker,
  text,
  source: null,
})
const pause = (seconds: number): Line => ({ place: ++place, kind: 'pause', seconds })
const clip = (text: string | null, edit: ClipLine['edit'] = null): Line => ({
  place: ++place,
  kind: 'clip',
  file: 'x.wav',
  speaker: null,
  text,
  source: null,
  edit,
})
const script = (...chapters: Chapter[]): Script => ({
  ...newScript({ title: 'Talk', language: 'en' }),
  chapters,
})

/** Each word is a sentence of as many seconds; a clip lasts 3 seconds. */
const spoken: Spoken = {
  sentencesOf: ({ text }) => text.split(' ').map((word) => ({ sound: sound(Number(word)), text: word })),
  clipOf: () => ({ sound: sound(3), heard: { from: 0, samples: 144_000 } }),
}
const startsOf = (chapters: Chapter[], music = silent) =>
  planEpisode(script(...chapters), spoken, music).placed.map(({ start }) => start)
const close = (numbers: readonly number[]) => numbers.map((number) => Math.round(number * 1e6) / 1e6)

describe('the voice track', () => {
  it('leaves a breath between sentences, more between lines, less between speakers, most before a chapter', () => {
    const chapters = [
      { title: 'One', lines: [says('Ana', '2 1'), says('Ana', '1'), says('Ben', '1')] },
      { title: 'Two', lines: [says('Ben', '1'), clip(null), clip(null), says('Ben', '1')] },
    ]
    const plan = planEpisode(script(...chapters), spoken, silent)
    expect(gaps).toEqual({ sentence: 0.25, line: 0.45, speaker: 0.35, chapter: 1 })
    expect(close(plan.placed.map(({ start }) => start))).toEqual([
      0, 2.25, 3.7, 5.05, 7.104, 8.454, 11.804, 15.154,
    ])
    expect(plan.chapters).toEqual([
      { start: 0, title: 'One' },
      { start: 7.104, title: 'Two' },
    ])
    expect(plan.seconds).toBeCloseTo(16.154, 9)
  })

  it('puts pauses in place of the usual gap, and adds them up', () => {
    const chapters = [
      { title: null, lines: [pause(0.5), says('Ana', '1'), pause(0), says('Ben', '1'), pause(1)] },
      { title: 'Two', lines: [pause(0.5), says('Ben', '1'), pause(2)] },
    ]
    expect(startsOf(chapters)).toEqual([0.5, 1.5, 4])
    const plan = planEpisode(script(...chapters), spoken, silent)
    expect(plan.seconds).toBe(7)
    expect(plan.chapters).toEqual([
      { start: 0, title: 'Talk' },
      { start: 4, title: 'Two' },
    ])
  })

  it('leaves out what could not be spoken and keeps the rest', () => {
    const some: Spoken = {
      sentencesOf: ({ text }) => (text === 'x' ? [] : [{ sound: sound(1), text }]),
      clipOf: () => null,
    }
    const plan = planEpisode(
      script(
        { title: 'One', picture: 'one.png', lines: [says('Ana', 'x'), clip('y')] },
        { title: 'Two', picture: 'two.png', lines: [says('Ana', 'z')] },
        { title: 'Three', lines: [says('Ana', 'z')] },
      ),
      some,
      silent,
    )
    expect(plan.placed.map(({ text }) => text)).toEqual(['z', 'z'])
    expect(plan.chapters).toStrictEqual([
      { start: 0, title: 'Two', picture: 'two.png' },
      { start: expect.any(Number), title: 'Three' },
    ])
  })

  it('is empty where nothing is said, whatever music there is', () => {
    const music = { intro: sound(5), bed: sound(5), outro: sound(5) }
    expect(planEpisode(script({ title: 'One', lines: [pause(3)] }), spoken, music)).toEqual({
      seconds: 0,
      placed: [],
      music: [],
      duck: 12,
      chapters: [],
      cues: [],
    })
  })

  it('shows the words of each sentence and clip without marks of stress', () => {
    const chapters = [
      { title: null, lines: [says('Ana', 'I *mean* 2 * 3 * 4, *not this*.'), clip(null), clip('Ring')] },
    ]
    const whole: Spoken = { ...spoken, sentencesOf: ({ text }) => [{ sound: sound(1), text }] }
    const plan = planEpisode(script(...chapters), whole, silent)
    expect(plan.chapters).toEqual([])
    expect(plan.cues).toEqual([
      { start: 0, end: 1, speaker: 'Ana', text: 'I mean 2 * 3 * 4, not this.' },
      { start: expect.closeTo(4.7, 9), end: expect.closeTo(7.7, 9), speaker: null, text: 'Ring' },
    ])
    expect(plan.placed.map(({ text }) => text)).toEqual(['I mean 2 * 3 * 4, not this.', null, 'Ring'])
  })
})

const hands = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }

describe('a recording', () => {
  const planOf = (edit: ClipLine['edit'], heard = { from: 24_000, samples: 96_000 }) =>
    planEpisode(
      script({ title: 'One', lines: [clip('Ring', edit), says('Ana', '1')] }),
      { ...spoken, clipOf: () => ({ sound: sound(3), heard }) },
      silent,
    )

  it('is heard without the silence at its ends, or as it was cut by hand', () => {
    expect(planOf(null).placed[0]).toMatchObject({ from: 24_000, samples: 96_000, gain: 0 })
    const cut = planOf({ start: 0.25, end: 2.75, gain: -6, fadeIn: 1, fadeOut: 9 })
    expect(cut.placed[0]).toMatchObject({ from: 12_000, samples: 120_000, gain: -6, fadeIn: 1, fadeOut: 2.5 })
    expect(cut.placed[1]?.start).toBeCloseTo(2.85, 9)
    expect(cut.cues[0]).toEqual({ start: 0, end: 2.5, speaker: null, text: 'Ring' })
  })

  it('goes no further than its file does', () => {
    expect(planOf({ ...hands, start: 1, end: 9 }).placed[0]).toMatchObject({ from: 48_000, samples: 96_000 })
    expect(planOf({ ...hands, start: 5 }).placed.map(({ text }) => text)).toEqual(['1'])
  })
})

describe('what begins before the end of what stands before', () => {
  it('crosses over with it, for as long as both are heard', () => {
    const { placed, seconds } = planEpisode(
      script({ title: null, lines: [says('Ana', '4'), pause(-1.5), clip('Ring'), pause(-1), pause(0.5)] }),
      spoken,
      silent,
    )
    expect(placed).toMatchObject([
      { start: 0, fadeIn: 0, fadeOut: 1.5 },
      { start: 2.5, fadeIn: 1.5, fadeOut: 0 },
    ])
    expect(seconds).toBe(5.5)
  })

  it('never begins before that does, nor before the episode', () => {
    const lines = [pause(-3), says('Ana', '4 2'), pause(-10), says('Ben', '1'), says('Ben', '1')]
    const { placed } = planEpisode(script({ title: null, lines }), spoken, silent)
    expect(placed.map(({ start, fadeIn, fadeOut }) => [start, fadeIn, fadeOut])).toEqual([
      [0, 0, 0],
      [4.25, 0, 2],
      [4.25, 1, 0],
      // After all that stands before, not only after the shorter of the two.
      [6.7, 0, 0],
    ])
  })
})

const lines = (...words: string[]): Chapter[] => [
  { title: 'One', lines: words.map((word) => says('Ana', word)) },
]
const musicOf = (chapters: Chapter[], music: Partial<Record<'intro' | 'bed' | 'outro', Sound>>) =>
  planEpisode(script(...chapters), spoken, { ...silent, ...music })

describe('music', () => {
  it('is heard alone, fades under the first words, lies under all, and comes up under the last', () => {
    const plan = musicOf(lines('30'), { intro: sound(20), bed: sound(7), outro: sound(60) })
    expect(plan.placed[0]?.start).toBe(4)
    expect(plan.chapters).toEqual([{ start: 0, title: 'One' }])
    expect(plan.music).toMatchObject([
      { role: 'intro', start: 0, seconds: 10, fadeIn: 0, fadeOut: 6 },
      { role: 'bed', start: 4, seconds: 30, fadeIn: 6, fadeOut: 1 },
      { role: 'outro', start: 32, seconds: 10, fadeIn: 2, fadeOut: 4 },
    ])
    expect(plan.seconds).toBe(42)
  })

  it('is louder by what the script says', () => {
    const all = { ...script(...lines('30')), music: { ...script().music, level: -6 } }
    const plan = planEpisode(all, spoken, { ...silent, bed: sound(7) })
    expect(plan.music).toMatchObject([{ role: 'bed', gain: -6 }])
  })

  it('begins anew with each chapter that is long enough, crossing over', () => {
    const chapters = ['20', '20', '3', '20'].map((word) => ({ title: word, lines: [says('Ana', word)] }))
    const { music, chapters: marks } = musicOf(chapters, { bed: sound(7) })
    const [, second, , fourth] = marks.map(({ start }) => start)
    expect([second, fourth].map((start) => ((start ?? 0) * 48_000) % 9216)).toEqual([0, 0])
    expect(music).toMatchObject([
      { start: 0, fadeIn: 1, fadeOut: 1 },
      { start: (second ?? 0) - 0.5, fadeIn: 1, fadeOut: 1 },
      { start: (fourth ?? 0) - 0.5, fadeIn: 1, fadeOut: 1 },
    ])
    expect((music[0]?.seconds ?? 0) - (second ?? 0)).toBeCloseTo(0.5, 9)
  })

  it('is not longer than its file at both ends', () => {
    const plan = musicOf(lines('30'), { intro: sound(3), outro: sound(2) })
    expect(plan.placed[0]?.start).toBe(3)
    expect(plan.music).toMatchObject([
      { role: 'intro', start: 0, seconds: 3, fadeIn: 0, fadeOut: 0.05 },
      { role: 'outro', start: 32, seconds: 2, fadeIn: 1, fadeOut: 1 },
    ])
    expect(plan.seconds).toBe(34)
  })

  it('ends an intro with an episode of one short line', () => {
    const [intro] = musicOf(lines('2'), { intro: sound(20) }).music
    expect(intro).toMatchObject({ start: 0, seconds: 6, fadeOut: 2 })
  })
})

const length = fc.record({
  samples: fc.integer({ min: 0, max: 500_000 }),
  rate: fc.constantFrom(16_000, 22_050, 44_100, 48_000),
})
const anySound = length.map((values): Sound => ({ path: 'x.wav', channels: 1, ...values }))

describe('any episode', () => {
  it('has starts on whole samples, never overlapping voices, and everything within its length', () => {
    const line = fc.oneof(
      fc.record({ kind: fc.constant('speech' as const), sounds: fc.array(anySound, { maxLength: 4 }) }),
      fc.record({ kind: fc.constant('pause' as const), seconds: fc.integer({ min: 0, max: 3000 }) }),
    )
    const music = fc.option(anySound, { nil: null })
    fc.assert(
      fc.property(fc.array(fc.array(line)), music, music, music, (chapters, intro, bed, outro) => {
        const sounds = new Map<Line, Sound[]>()
        const all = chapters.map(
          (items, index): Chapter => ({
            title: `Chapter ${index}`,
            lines: items.map((item) => {
              if (item.kind === 'pause') return pause(item.seconds / 1000)
              const words = says('Ana', 'words')
              sounds.set(words, item.sounds)
              return words
            }),
          }),
        )
        const heard: Spoken = {
          sentencesOf: (words) => (sounds.get(words) ?? []).map((one) => ({ sound: one, text: 'words' })),
          clipOf: () => null,
        }
        const plan = planEpisode(script(...all), heard, { intro, bed, outro })
        let end = 0
        for (const { start, from, samples, sound: one } of plan.placed) {
          expect([from, samples]).toEqual([0, one.samples])
          expect(Math.abs(start * 48_000 - Math.round(start * 48_000))).toBeLessThan(1e-4)
          expect(start).toBeGreaterThanOrEqual(end - 1e-9)
          end = start + one.samples / one.rate
        }
        expect(plan.seconds).toBeGreaterThanOrEqual(end - 1e-9)
        for (const { start, seconds, fadeIn, fadeOut } of plan.music) {
          expect(seconds).toBeGreaterThan(0)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(Math.min(fadeIn, fadeOut)).toBeGreaterThanOrEqual(0)
          expect(fadeIn + fadeOut).toBeLessThanOrEqual(seconds + 1e-9)
          expect(start + seconds).toBeLessThanOrEqual(plan.seconds + 1e-9)
        }
        expect(plan.chapters[0]?.start ?? 0).toBe(0)
        expect(plan.cues).toHaveLength(plan.placed.length)
        for (const cue of plan.cues) expect(cue.end).toBeGreaterThan(cue.start)
      }),
    )
  })

  it('does not drift over an hour of sentences of 22,050 Hz', () => {
    const one = sound(1.00001, 22_050)
    const many = lines(...Array.from({ length: 3000 }, () => '1'))
    const plan = planEpisode(
      script(...many),
      { ...spoken, sentencesOf: () => [{ sound: one, text: 'a' }] },
      silent,
    )
    // Each sound of 22,050 samples is 48,000 at 48 kHz.
    expect(one.samples).toBe(22_050)
    expect(plan.placed.at(-1)?.start).toBe((2999 * (48_000 + 0.45 * 48_000)) / 48_000)
  })
})
