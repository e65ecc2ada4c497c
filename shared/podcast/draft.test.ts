import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRichText } from '../../test/harness/arbitrary-rich-text.ts'
import { createModule, type Module } from '../model/module.ts'
import { createQuestion, type Question } from '../model/questions/index.ts'
import type { ProjectRecord, RecordMap } from '../model/records.ts'
import type { Block, Inline, RichText } from '../model/richtext/schema.ts'
import { createStep, type Step } from '../model/steps/index.ts'
import { type DraftOptions, draftScript } from './draft.ts'
import type { Script } from './script.ts'
import { staleLines } from './stale.ts'

const text = (words: string, ...marks: ('bold' | 'italic' | 'strike')[]): Inline => ({
  type: 'text',
  text: words,
  marks,
})
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const says = (words: string) => paragraph(text(words))
const item = (words: string, list?: Block & { type: 'list' }) => ({ children: [text(words)], list })
const page = (key: string, title: string, body: RichText, alternatives: string | null = null) =>
  ({ ...createStep('page', { id: `m.${key}`, title }), body, alternatives }) as Step

function project(language: string, title: string, steps: Step[], others: ProjectRecord[] = []) {
  const module: Module = { ...createModule({ id: 'm', title, language }), steps: steps.map(({ id }) => id) }
  const records: RecordMap = Object.fromEntries(
    [module, ...steps, ...others].map((record) => [record.id, record]),
  )
  return { module, records }
}
function draft(steps: Step[], options: Partial<DraftOptions> = {}, others: ProjectRecord[] = []) {
  const language = options.language ?? 'en-GB'
  const { module, records } = project(language, 'Value first', steps, others)
  return draftScript(module, records, { speakers: 2, ...options, language })
}
/** What is said, a line each, chapters by their titles. */
const told = (script: Script) =>
  script.chapters.flatMap(({ title, lines }) => [
    ...(title === null ? [] : [`# ${title}`]),
    ...lines.map((line) =>
      line.kind === 'speech'
        ? `${line.speaker}: ${line.text}`
        : line.kind === 'pause'
          ? `(${line.seconds})`
          : '',
    ),
  ])
const bodyOf = (body: RichText, options: Partial<DraftOptions> = {}) =>
  told(draft([page('a', 'A', body)], options)).slice(3)

describe('a draft', () => {
  it('has a chapter for each step and section, and remembers where lines come from', () => {
    const script = draft([
      page('a', 'Why price comes up', [
        says('Buyers ask'),
        { type: 'heading', level: 2, children: [text('Is it fair?')] },
        { type: 'heading', level: 3, children: [text('In short')] },
        says('Yes.'),
      ]),
      page('b', 'What to do', [says('Wait.')]),
    ])
    expect(told(script)).toEqual([
      'Ana: Welcome to “Value first”.',
      '# Why price comes up',
      'Ben: Why price comes up.',
      'Ana: Buyers ask.',
      '# Is it fair?',
      'Ben: Is it fair?',
      'Ben: In short.',
      'Ana: Yes.',
      '# What to do',
      'Ben: Next: What to do.',
      'Ana: Wait.',
    ])
    const lines = script.chapters.flatMap((chapter) => chapter.lines)
    expect(lines.map(({ place }) => place)).toEqual(lines.map((_, index) => index + 1))
    expect(lines.map((line) => (line.kind === 'speech' ? (line.source?.step ?? null) : null))).toEqual([
      null,
      ...Array.from({ length: 5 }, () => 'm.a'),
      ...Array.from({ length: 2 }, () => 'm.b'),
    ])
    expect(script).toMatchObject({ title: 'Value first', language: 'en-GB', loudness: 'stereo' })
    expect(script.speakers).toEqual([
      { name: 'Ana', voice: 'en-GB', speed: 1 },
      { name: 'Ben', voice: 'en-GB', speed: 1 },
    ])
  })

  it('is one speaker’s where one is wanted, with the voices that are given', () => {
    const script = draft([page('a', 'A', [says('Yes.')])], { speakers: 1, voices: ['piper:amy', 'unused'] })
    expect(script.speakers).toEqual([{ name: 'Ana', voice: 'piper:amy', speed: 1 }])
    expect(told(script).filter((line) => line.startsWith('Ben'))).toEqual([])
  })

  it('says lists, tables, quotes, callouts and pictures as sentences', () => {
    const body: RichText = [
      {
        type: 'list',
        ordered: true,
        items: [item('Restate the value'), item('Anna Berg waits.'), item('Offer scope')],
      },
      { type: 'list', ordered: false, items: [item('Price'), item('Timing'), item('fit.')] },
      {
        type: 'list',
        ordered: false,
        items: [
          item('your company’s chat, if you have one'),
          item('Phone:', {
            type: 'list',
            ordered: false,
            items: [item('the old number'), item('the office')],
          }),
        ],
      },
      { type: 'quote', children: [text('Too expensive')] },
      { type: 'callout', tone: 'tip', children: [text('Breathe')] },
      { type: 'image', asset: 'x', alt: 'A balance tilting', decorative: false },
      { type: 'image', asset: 'x', alt: 'Two cards. One is red.', decorative: false },
      { type: 'image', asset: 'x', alt: 'A line', decorative: true },
      {
        type: 'table',
        rows: [
          ['Reason', 'Share', 'Year'],
          ['Price', '68 %', '2024.'],
          ['Fit', '', '2025'],
        ].map((cells) => cells.map((cell) => ({ children: [text(cell)] }))),
      },
    ]
    expect(bodyOf(body)).toEqual([
      'Ana: First, restate the value.',
      'Ana: Then, Anna Berg waits.',
      'Ana: Finally, offer scope.',
      'Ana: Price, timing and fit.',
      'Ana: Your company’s chat, if you have one.',
      'Ana: Phone: the old number and the office.',
      'Ana: “Too expensive.”',
      'Ana: Tip: Breathe.',
      'Ana: The picture shows a balance tilting.',
      'Ana: In the picture: Two cards. One is red.',
      'Ana: Price: Share 68 %, Year 2024.',
      'Ana: Fit: Year 2025.',
    ])
  })

  it('marks stress on whole words, and leaves out what is struck through', () => {
    expect(
      bodyOf([
        paragraph(
          text('Ask '),
          text('why ', 'bold'),
          text('and', 'bold', 'italic'),
          text(' wait'),
          text(' now', 'strike'),
        ),
        paragraph(text('un'), text('believ', 'italic'), text('able')),
        paragraph(text('All of it', 'bold')),
        paragraph(text('2*3 '), text('a*b', 'bold'), text(' c')),
        paragraph(text('x', 'strike')),
      ]),
    ).toEqual(['Ana: Ask *why and* wait.', 'Ana: unbelievable.', 'Ana: All of it.', 'Ana: 2*3 a*b c.'])
  })

  it('speaks German, and other languages without words of its own', () => {
    const body: RichText = [
      { type: 'list', ordered: true, items: [item('Wert nennen'), item('Warten')] },
      { type: 'image', asset: 'x', alt: 'Eine Waage', decorative: false },
    ]
    const steps = [page('a', 'Eins', body), page('b', 'Zwei', [says('Ja')])]
    expect(told(draft(steps, { language: 'de' }))).toEqual([
      'Ana: Willkommen zu „Value first“.',
      '# Eins',
      'Ben: Eins.',
      'Ana: Zuerst: Wert nennen.',
      'Ana: Dann: Warten.',
      'Ana: Das Bild zeigt: Eine Waage.',
      '# Zwei',
      'Ben: Weiter geht es mit: Zwei.',
      'Ana: Ja.',
    ])
    expect(told(draft(steps, { language: 'ja' }))).toContain('Ana: Wert nennen。')
    // A tag that has the form of a language's and is none.
    const list: Block = { type: 'list', ordered: false, items: [item('a'), item('b')] }
    expect(bodyOf([list], { language: 'en-u' })).toEqual(['Ana: A, b.'])
  })

  it('takes the first of several steps that teach the same and have something to say', () => {
    const empty = { ...createStep('video', { id: 'm.v', title: 'Film' }), alternatives: 'x' } as Step
    expect(
      told(draft([empty, page('a', 'A', [says('One')], 'x'), page('b', 'B', [says('Two')], 'x')])),
    ).toEqual(['Ana: Welcome to “Value first”.', '# A', 'Ben: A.', 'Ana: One.'])
  })
})

const captions = `WEBVTT

00:01.000 --> 00:04.000
<v Ana>One &amp; two.

00:05.000 --> 00:09.000
Three is
cut away.

00:10.000 --> 00:11.000
${'Four, a long sentence that takes its time to come to its end. '.repeat(4)}Five.
`

describe('a video in a draft', () => {
  const video = {
    ...createStep('video', { id: 'm.v', title: 'Film' }),
    captions: 'cap',
    keep: [
      { start: 0, end: 4.5 },
      { start: 9.5, end: 12 },
    ],
  } as Step

  it('is what its captions say in the ranges that are kept', () => {
    const lines = told(draft([video], { captionsOf: (asset) => (asset === 'cap' ? captions : null) })).slice(
      3,
    )
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^Ana: One & two\. Four, /)
    expect(lines.join(' ')).not.toContain('Three')
    expect(lines[1]).toMatch(/Five\.$/)
  })

  it('is left out without captions or other words', () => {
    expect(told(draft([video]))).toEqual(['Ana: Welcome to “Value first”.'])
  })
})

describe('a quiz in a draft', () => {
  const choice = (id: string, words: string, credit: number, feedback = '') => ({
    id,
    text: [text(words)],
    credit,
    feedback: feedback === '' ? [] : [text(feedback)],
  })
  const question = (id: string, kind: Question['kind'], stem: string, choices: object[]) =>
    ({
      ...createQuestion(kind, { id }),
      stem: [says(stem)],
      choices,
      feedback: [text('Value first')],
    }) as Question
  const questions = [
    question('q1', 'single-choice', 'First you…', [
      choice('a', 'Restate the outcome.', 100, 'Right'),
      choice('b', 'Offer less', 0, 'Wrong'),
    ]),
    question('q2', 'multiple-response', 'Which two?', [
      choice('a', 'It hurries you; that is one.', 50),
      choice('b', 'it is long', 0),
      choice('c', 'It is from nobody', 50),
    ]),
    question('q3', 'single-choice', 'No answer is right?', [choice('a', 'A', 0)]),
  ]
  const quiz = { ...createStep('quiz', { id: 'm.q', title: 'Check' }), questions: ['q1', 'q2', 'q3'] } as Step

  it('asks, waits, and answers; what has no right answer is left out', () => {
    expect(told(draft([quiz], {}, questions)).slice(2)).toEqual([
      'Ben: Check.',
      'Ben: First you… Restate the outcome or offer less?',
      '(2)',
      'Ana: The answer: Restate the outcome. Right. Value first.',
      'Ben: Which two? It hurries you; that is one. It is long. It is from nobody.',
      '(2)',
      'Ana: The answer: It hurries you; that is one and it is from nobody. Value first.',
    ])
  })
})

describe('any module', () => {
  it('becomes lines of words that are not stale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 10 }), anyRichText), { maxLength: 3 }),
        fc.constantFrom('en', 'de', 'fr', 'zh', 'en-u'),
        fc.constantFrom(1 as const, 2 as const),
        (pages, language, speakers) => {
          const steps = pages.map(([title, body], index) => page(`p${index}`, title, body))
          const { module, records } = project(language, 'T', steps)
          const script = draftScript(module, records, { speakers, language })
          for (const { title, lines } of script.chapters) {
            expect(title).not.toBe('')
            for (const line of lines) if (line.kind === 'speech') expect(line.text).toMatch(/^\S(.*\S)?$/u)
          }
          expect(staleLines(script, records)).toEqual([])
        },
      ),
    )
  })
})
