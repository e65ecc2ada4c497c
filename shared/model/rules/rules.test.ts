import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDeed, changeBy, firstRecords } from '../../../test/harness/arbitrary.ts'
import type { Asset } from '../asset.ts'
import { applyChange } from '../change.ts'
import { type Finding, findingSchema } from '../finding.ts'
import { createModule, type Module } from '../module.ts'
import { newChoice } from '../questions/base.ts'
import { createQuestion } from '../questions/index.ts'
import type { MultipleResponse } from '../questions/multiple-response.ts'
import type { SingleChoice } from '../questions/single-choice.ts'
import type { ProjectRecord, RecordMap } from '../records.ts'
import { fromPlainText } from '../richtext/text.ts'
import { createStep } from '../steps/index.ts'
import type { PageStep } from '../steps/page.ts'
import type { QuizStep } from '../steps/quiz.ts'
import type { VideoStep } from '../steps/video.ts'
import { checkModule } from './index.ts'

const words = (text: string) => [{ type: 'text' as const, text }]
const asset = (id: string, kind: Asset['kind'], name: string): Asset => ({
  id,
  type: 'asset',
  name,
  kind,
  sha256: '0'.repeat(64),
  extension: 'bin',
  mediaType: 'application/octet-stream',
  bytes: 1,
  width: null,
  height: null,
  seconds: kind === 'video' ? 60 : null,
  framesPerSecond: null,
  playable: true,
})

/** A module that nothing is wrong with. */
const sound = () => ({
  module: {
    ...createModule({ id: 'm', title: 'Bees' }),
    minutes: 5,
    pass: 80,
    outcomes: ['m.O1'],
    steps: ['m.page', 'm.video', 'm.quiz'],
  } as Module,
  outcome: { id: 'm.O1', type: 'outcome' as const, text: 'Opens a hive' },
  page: {
    ...createStep('page', { id: 'm.page', title: 'Why bees' }),
    outcome: 'm.O1',
    body: [
      ...fromPlainText('Honey keeps for years.'),
      { type: 'image', asset: 'asset.hive', alt: 'An open hive', decorative: false },
    ],
  } as PageStep,
  video: {
    ...createStep('video', { id: 'm.video', title: 'Opening the hive' }),
    asset: 'asset.film',
    keep: [{ start: 0, end: 60 }],
    captions: 'asset.captions',
  } as VideoStep,
  quiz: {
    ...createStep('quiz', { id: 'm.quiz', title: 'Check' }),
    questions: ['m.quiz.one', 'm.quiz.many'],
  } as QuizStep,
  one: {
    ...createQuestion('single-choice', { id: 'm.quiz.one' }),
    stem: fromPlainText('What keeps a hive warm?'),
    choices: [
      { ...newChoice('a', 100), text: words('Bees') },
      { ...newChoice('b'), text: words('The sun') },
    ],
  } as SingleChoice,
  many: {
    ...createQuestion('multiple-response', { id: 'm.quiz.many' }),
    stem: fromPlainText('What do bees make?'),
    choices: [
      { ...newChoice('a', 50), text: words('Honey') },
      { ...newChoice('b', 50), text: words('Wax') },
      { ...newChoice('c'), text: words('Jam') },
    ],
  } as MultipleResponse,
  hive: asset('asset.hive', 'image', 'hive.jpg') as Asset | null,
  film: asset('asset.film', 'video', 'film.mp4') as Asset,
  captions: asset('asset.captions', 'captions', 'film.vtt') as Asset,
})
type Parts = ReturnType<typeof sound>

const check = (parts: Parts): Finding[] =>
  checkModule(
    Object.values(parts).filter((record): record is NonNullable<typeof record> => record !== null),
    'm',
  )

it('has nothing to say of a sound module, or of one that is not there', () => {
  expect(check(sound())).toEqual([])
  expect(checkModule([], 'm')).toEqual([])
})

const cases: [
  rule: string,
  severity: Finding['severity'],
  message: string,
  where: Partial<Finding['where']>,
  spoil: (parts: Parts) => void,
][] = [
  ['module-title-missing', 'block', 'The module m has no title', {}, ({ module }) => (module.title = ' ')],
  [
    'step-title-missing',
    'warn',
    'Step 1 (page) has no title',
    { step: 'm.page' },
    ({ page }) => (page.title = ''),
  ],
  [
    'image-alt-missing',
    'block',
    'The picture hive.jpg in “Why bees” has no alternative text',
    { step: 'm.page', record: 'm.page' },
    ({ page }) => (page.body[1] = { type: 'image', asset: 'asset.hive', alt: ' ', decorative: false }),
  ],
  [
    'image-alt-missing',
    'block',
    'Question 2 of “Check” (“What do bees make?”)',
    { step: 'm.quiz', record: 'm.quiz.many' },
    ({ many }) => many.stem.push({ type: 'image', asset: 'asset.hive', alt: '', decorative: false }),
  ],
  [
    'asset-missing',
    'block',
    '“Why bees” shows a media file that is not in the project',
    { step: 'm.page' },
    (parts) => (parts.hive = null),
  ],
  [
    'video-without-recording',
    'block',
    'has no video yet',
    { step: 'm.video' },
    ({ video }) => (video.asset = null),
  ],
  [
    'video-of-wrong-kind',
    'block',
    'film.mp4 is audio',
    { step: 'm.video' },
    ({ film }) => (film.kind = 'audio'),
  ],
  [
    'video-range-outside',
    'block',
    'ends after its recording does (60.0 s)',
    { step: 'm.video' },
    ({ video }) => (video.keep = [{ start: 10, end: 61 }]),
  ],
  [
    'captions-missing',
    'hint',
    'has no captions',
    { step: 'm.video' },
    ({ video }) => (video.captions = null),
  ],
  [
    'question-stem-empty',
    'block',
    'Question 1 of “Check” asks nothing',
    { step: 'm.quiz', record: 'm.quiz.one' },
    ({ one }) => (one.stem = []),
  ],
  [
    'question-without-choice',
    'block',
    'has only one choice',
    { record: 'm.quiz.one' },
    ({ one }) => one.choices.splice(1),
  ],
  [
    'choice-empty',
    'block',
    'choice 2 has no words',
    { record: 'm.quiz.one' },
    ({ one }) => (one.choices[1] = newChoice('b')),
  ],
  [
    'choices-alike',
    'warn',
    'offers “Bees” twice',
    { record: 'm.quiz.one' },
    ({ one }) => (one.choices[1] = { ...newChoice('b'), text: words(' Bees ') }),
  ],
  [
    'question-without-right-choice',
    'block',
    'has no right choice',
    { record: 'm.quiz.one' },
    ({ one }) => (one.choices[0] = { ...newChoice('a', 50), text: words('Bees') }),
  ],
  [
    'full-mark-out-of-reach',
    'warn',
    'all right choices together earn 80 %',
    { record: 'm.quiz.many' },
    ({ many }) => {
      many.marking = 'per-choice'
      many.choices[0] = { ...newChoice('a', 30), text: words('Honey') }
    },
  ],
  [
    'pass-mark-without-points',
    'warn',
    'none of its questions earns points',
    {},
    ({ one, many }) => (one.points = many.points = 0),
  ],
  [
    'too-many-outcomes',
    'hint',
    'has 3 outcomes',
    {},
    (parts) => {
      const more = ['m.O2', 'm.O3'].map((id) => ({ id, type: 'outcome' as const, text: 'More' }))
      parts.module.outcomes.push('m.O2', 'm.O3')
      Object.assign(parts, { second: more[0], third: more[1] })
    },
  ],
  [
    'longer-than-intended',
    'hint',
    'is meant to take 5 min, but reading and watching it takes about 11 min',
    {},
    ({ page }) => (page.body = fromPlainText('bee '.repeat(2000))),
  ],
]

describe('finds what was spoiled, says what and where, and nothing else', () => {
  it.each(cases)('%s', (rule, severity, message, where, spoil) => {
    const parts = sound()
    spoil(parts)
    const findings = check(parts)
    expect(findings).toMatchObject([{ rule, severity, where: { module: 'm', ...where } }])
    expect(findings[0]?.message).toContain(message)
    expect(findings[0]?.message).toMatch(/\.$/)
  })

  it('more questions than SCORM 1.2 can remember the answers of', () => {
    const parts = sound()
    const many = Array.from({ length: 700 }, (_, place) => ({ ...parts.one, id: `m.quiz.q${place}` }))
    parts.quiz.questions = many.map(({ id }) => id)
    const records = [...Object.values(parts), ...many] as ProjectRecord[]
    expect(checkModule(records, 'm').filter(({ rule }) => rule === 'progress-too-long')).toMatchObject([
      { severity: 'warn', message: expect.stringContaining('up to 4,2') as string },
    ])
  })

  it('a quiz without questions, and the pass mark nobody can reach then; what blocks comes first', () => {
    const parts = sound()
    parts.quiz.questions = []
    expect(check(parts).map(({ rule, severity }) => [severity, rule])).toEqual([
      ['block', 'quiz-without-questions'],
      ['warn', 'pass-mark-without-points'],
    ])
  })

  it('a module without steps', () => {
    const parts = sound()
    parts.module.steps = []
    expect(check(parts).map(({ rule }) => rule)).toContain('module-without-steps')
  })
})

it('leaves a decorative picture and a picture as the whole question alone', () => {
  const parts = sound()
  parts.page.body = [{ type: 'image', asset: 'asset.hive', alt: '', decorative: true }]
  parts.one.stem = [{ type: 'image', asset: 'asset.hive', alt: 'A hive in snow', decorative: false }]
  expect(check(parts)).toEqual([])
})

it('never throws, and always answers with whole sentences, whatever an author did', () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 30 }), (deeds) => {
      const records = deeds.reduce<RecordMap>(
        (now, deed) => applyChange(now, changeBy(deed, now)),
        firstRecords,
      )
      const all = Object.values(records) as ProjectRecord[]
      for (const { id, type } of all)
        if (type === 'module')
          for (const finding of checkModule(all, id)) {
            expect(findingSchema.parse(finding)).toEqual(finding)
            expect(finding.message).toMatch(/\.$/)
          }
    }),
    { numRuns: 60 },
  )
})
