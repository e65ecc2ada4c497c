import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDeed, changeBy, firstRecords } from '../../../test/harness/arbitrary.ts'
import { check, sound, type Parts, words } from '../../../test/harness/sound-module.ts'
import { applyChange } from '../change.ts'
import { type Finding, findingSchema } from '../finding.ts'
import { newChoice } from '../questions/base.ts'
import type { ProjectRecord, RecordMap } from '../records.ts'
import { fromPlainText } from '../richtext/text.ts'
import { checkModule } from './index.ts'

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
      parts.video.outcome = 'm.O2'
      parts.quiz.outcome = 'm.O3'
      Object.assign(parts, { second: more[0], third: more[1] })
    },
  ],
  [
    'outcome-without-step',
    'hint',
    'serves the outcome “Opens a hive”, so an LMS hears nothing of it',
    { record: 'm.O1' },
    ({ page }) => (page.outcome = null),
  ],
  [
    'completion-without-passing',
    'warn',
    'it has no pass mark, so doing every step completes it',
    {},
    ({ module }) => {
      module.pass = null
      module.behaviour = { ...module.behaviour, completion: 'passed' }
    },
  ],
  [
    'required-score-given-up',
    'hint',
    'asks for 80 % before learners go on, but whoever misses it in all 2 attempts goes on as well',
    { step: 'm.quiz' },
    ({ module, quiz }) => {
      module.behaviour = { ...module.behaviour, navigation: 'restricted', attempts: 2 }
      quiz.mustScore = 80
    },
  ],
  [
    'required-score-out-of-reach',
    'block',
    'asks for 80 %, but its questions earn no points, so nobody can be done with it.',
    { step: 'm.quiz' },
    ({ module, quiz, one, many }) => {
      module.pass = null
      quiz.mustScore = 80
      one.points = many.points = 0
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
      {
        severity: 'warn',
        message: expect.stringMatching(/an LMS with SCORM 1\.2 .*up to 4,2.*room for 4,096/) as string,
      },
    ])
    const project: ProjectRecord = {
      id: 'project',
      type: 'project',
      title: 'Bees',
      series: [],
      target: 'moodle',
    }
    const messages = checkModule([...records, project], 'm').map(({ message }) => message)
    expect(messages[0]).toContain('that Moodle with SCORM 1.2')
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
