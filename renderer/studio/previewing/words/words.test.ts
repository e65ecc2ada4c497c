import { describe, expect, it, test } from 'vitest'
import type { PreviewCall } from '../../../../shared/bundle/preview-messages.ts'
import { usualConditions } from '../../../../shared/bundle/preview-conditions.ts'
import { createModule } from '../../../../shared/model/module.ts'
import { createQuestion } from '../../../../shared/model/questions/index.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { fromPlainText } from '../../../../shared/model/richtext/text.ts'
import { createStep } from '../../../../shared/model/steps/index.ts'
import { callInWords } from './call.ts'
import { unusualInWords } from './conditions.ts'
import { dataRows } from './data.ts'
import { readKnown } from './known.ts'
import { logOf } from './log.ts'
import { namesOf } from './names.ts'
import { isRefused, whyRefused } from './refusal.ts'
import { statementInWords } from './statement.ts'
import { summaryOf } from './summary.ts'

const question = (id: string) => ({
  ...createQuestion('single-choice', { id }),
  stem: fromPlainText('What do you do?'),
  choices: [
    { id: 'a', text: [{ type: 'text', text: 'Wait' }], credit: 100, feedback: [] },
    { id: 'b', text: [{ type: 'text', text: 'Run' }], credit: 0, feedback: [] },
  ],
})
const records = Object.fromEntries(
  [
    { ...createModule({ id: 'm', title: 'Milk' }), steps: ['m.why', 'm.check'] },
    createStep('page', { id: 'm.why', title: 'Why' }),
    {
      ...createStep('quiz', { id: 'm.check', title: '' }),
      questions: ['m.q1', 'm.q2', 'm.q3', 'm.q4', 'm.q5', 'm.q6'],
    },
    { id: 'm.O1', type: 'outcome', text: 'Steam milk to 60 degrees' },
    ...['m.q1', 'm.q2', 'm.q3', 'm.q4', 'm.q5', 'm.q6'].map(question),
  ].map((record) => [record.id, record as ProjectRecord]),
)
const names = namesOf(records, 'm')

let number = 0
const call = (part: Partial<PreviewCall>): PreviewCall => ({
  number: ++number,
  at: 0,
  source: 'scorm12',
  method: 'LMSSetValue',
  element: '',
  value: '',
  result: 'true',
  error: '0',
  ...part,
})
const set = (element: string, value: string, error = '0') =>
  call({ element, value, error, result: error === '0' ? 'true' : 'false' })

test('a line about an outcome says which, whether its place is new or the LMS has it from before', () => {
  const status = (place: number) => set(`cmi.objectives.${place}.status`, 'passed')
  const read = call({ method: 'LMSGetValue', element: 'cmi.objectives.0.id', result: 'm.O1' })
  const commit = call({ method: 'LMSCommit' })
  const words = (calls: PreviewCall[]) => logOf(calls, names).map((line) => line.words)
  const said = 'Says how the learner stands with “Steam milk to 60 degrees”'
  expect(words([set('cmi.objectives.1.id', 'm.O1'), status(1)])).toEqual([said])
  expect(words([read, commit, status(0)])[0]).toBe(said)
  expect(words([status(2)])).toEqual(['Says how the learner stands with an outcome'])
})

describe('what the LMS knows, in a sentence', () => {
  const scorm12 = (values: Record<string, string>) => summaryOf(readKnown('scorm12', values, []), names)
  const answers = (ids: string[]) =>
    Object.fromEntries(ids.map((id, index) => [`cmi.interactions.${index}.id`, id]))

  it('begins with nothing', () => {
    expect(scorm12({})).toBe('The LMS now knows: nothing of this learner yet.')
    expect(scorm12({ 'cmi.core.lesson_status': 'incomplete' })).toBe(
      'The LMS now knows: opened, nothing answered, no score yet, not finished.',
    )
  })

  it('names a few questions by their number, and counts many', () => {
    const known = (ids: string[]) => scorm12({ 'cmi.core.lesson_status': 'incomplete', ...answers(ids) })
    expect(known(['m.q2'])).toContain(': question 2 answered,')
    expect(known(['m.q3', 'm.q1'])).toContain(': questions 1 and 3 answered,')
    // Answered twice is still one question.
    expect(known(['m.q3', 'm.q3'])).toContain(': question 3 answered,')
    expect(known(['m.q1', 'm.q2', 'm.q3', 'm.q4', 'm.q5'])).toContain(': 5 of 6 questions answered,')
    expect(known(['m.q1', 'm.q2', 'm.q3', 'm.q4', 'm.q5', 'm.q6'])).toContain(': all 6 questions answered,')
    expect(known(['somebody.else'])).toContain(': somebody.else answered,')
  })

  it('tells score and result, whatever the format', () => {
    const score = { 'cmi.core.score.raw': '60', 'cmi.core.lesson_status': 'failed', ...answers(['m.q2']) }
    expect(scorm12(score)).toBe('The LMS now knows: question 2 answered, 60 %, finished, not passed.')
    const known = readKnown(
      'scorm2004',
      {
        'cmi.completion_status': 'completed',
        'cmi.success_status': 'passed',
        'cmi.score.scaled': '0.8',
        'cmi.interactions.0.id': 'm.q1',
        'cmi.interactions.0.result': 'incorrect',
      },
      [],
    )
    expect(known.answers).toEqual([{ question: 'm.q1', response: '', isRight: false }])
    expect(summaryOf(known, names)).toBe('The LMS now knows: question 1 answered, 80 %, finished and passed.')
  })

  it('reads statements, and does not take a video for the module', () => {
    const say = (verb: string, more: object = {}) => ({
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object: { id: 'https://lms.example/m' },
      ...more,
    })
    const video = {
      ...say('completed'),
      context: { contextActivities: { category: [{ id: 'https://w3id.org/xapi/video' }] } },
    }
    const begun = [
      say('initialized'),
      say('answered', {
        object: { id: 'https://lms.example/m/m.q2' },
        result: { success: true, response: 'a' },
      }),
      video,
    ]
    expect(summaryOf(readKnown('cmi5', {}, begun), names)).toBe(
      'The LMS now knows: question 2 answered, no score yet, not finished.',
    )
    const done = [...begun, say('completed'), say('passed', { result: { score: { scaled: 0.9 } } })]
    expect(summaryOf(readKnown('cmi5', {}, done), names)).toBe(
      'The LMS now knows: question 2 answered, 90 %, finished and passed.',
    )
    expect(readKnown('xapi', {}, [null, 3, 'x', {}]).isOpened).toBe(false)
  })
})

describe('the log', () => {
  it('is newest first, with one line for an answer and one for a saving', () => {
    const calls = [
      call({ source: 'visit', method: 'opened' }),
      call({ method: 'LMSInitialize' }),
      set('cmi.suspend_data', 'abc'),
      set('cmi.core.lesson_location', 'm.why'),
      set('cmi.interactions.0.id', 'm.q2'),
      set('cmi.interactions.0.student_response', 'b'),
      set('cmi.interactions.0.result', 'wrong'),
      set('cmi.core.session_time', '0000:01:12.00'),
      call({ method: 'LMSCommit' }),
      call({ method: 'LMSCommit' }),
    ]
    const log = logOf(calls, names)
    expect(log.map(({ words }) => words)).toEqual([
      'Has the LMS save everything',
      'Has the LMS save everything',
      'Question 2 answered: “Run”, not right',
      'Says where the learner is: “Why”',
      'Says hello to the LMS',
      'The learner opens the module',
    ])
    expect(log[2]?.calls).toHaveLength(3)
  })

  it('marks what was refused inside a line, and says why', () => {
    const [line] = logOf(
      [
        set('cmi.core.score.min', '0'),
        set('cmi.core.score.raw', '120', '405'),
        set('cmi.core.score.max', '100'),
      ],
      names,
    )
    expect(line?.words).toBe('Says the score: 120 %')
    expect(line?.why).toContain('does not have the form')
  })

  it('tells reading from telling', () => {
    const [line] = logOf([call({ method: 'LMSGetValue', element: 'cmi.core.entry' })], names)
    expect(line).toMatchObject({ kind: 'read', words: 'Asks for: how the visit began' })
  })
})

test('a refusal says what the limit is and who holds to it', () => {
  expect(whyRefused(set('cmi.suspend_data', 'x'.repeat(5000), '405'))).toBe(
    'SCORM 1.2 keeps 4,096 characters for going on; these are 5,000. Moodle refuses it with its strict SCORM checks on, which is how it comes; some others cut it or look away.',
  )
  expect(whyRefused(set('cmi.core.lesson_location', 'x'.repeat(256), '405'))).toContain('255 characters')
  expect(whyRefused(call({ method: 'LMSCommit', error: '101' }))).toBe(
    'The LMS could not save. The module keeps what it has and tries again.',
  )
  expect(
    whyRefused(call({ source: 'lrs', error: '403', result: '403 Nothing may be said after “terminated”.' })),
  ).toBe('Nothing may be said after “terminated”. cmi5 asks every LMS to refuse it.')
  expect(whyRefused(set('cmi.suspend_data', 'x'))).toBeNull()
  expect(isRefused(call({ source: 'scorm2004', method: 'GetValue', error: '403' }))).toBe(false)
})

test.each([
  [set('cmi.core.lesson_status', 'passed'), 'Says: passed'],
  [set('cmi.core.score.raw', '66.67'), 'Says the score: 67 %'],
  [set('cmi.core.exit', 'suspend'), 'Asks the LMS to keep everything for the next visit'],
  [set('cmi.core.session_time', '0000:01:12.00'), 'Says how long the visit is: 1:12'],
  [
    call({ source: 'scorm2004', element: 'cmi.session_time', value: 'PT1H2S' }),
    'Says how long the visit is: 60:02',
  ],
  [call({ source: 'scorm2004', element: 'cmi.score.scaled', value: '0.5' }), 'Says the score: 50 %'],
  [set('cmi.core.lesson_location', ''), 'Says where the learner is: the results'],
  [set('cmi.core.lesson_location', 'm.check'), 'Says where the learner is: step 2'],
  [set('cmi.something_new', 'x'.repeat(80)), `cmi.something_new: ${'x'.repeat(60)}…`],
  [
    call({ source: 'lrs', method: 'GET activities/state', element: 'LMS.LaunchData' }),
    'Asks how it was launched',
  ],
  [call({ source: 'lrs', method: 'PUT statements', value: 'not json' }), 'Something that is not a statement'],
  [call({ source: 'visit', method: 'killed' }), 'The tab is closed without a goodbye'],
])('a call in words: %#', (said, words) => {
  expect(callInWords(said, names)).toBe(words)
})

test('a seek and a step in words', () => {
  const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`
  const object = { id: 'https://lms.example/m/m.why' }
  expect(
    statementInWords(
      {
        verb: { id: 'https://w3id.org/xapi/video/verbs/seeked' },
        object: { id: `${object.id}/video` },
        result: { extensions: { [extension('time-from')]: 4, [extension('time-to')]: 64.2 } },
      },
      names,
    ),
  ).toBe('Video moved from 0:04 to 1:04: “Why”')
  expect(
    statementInWords({ verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' }, object }, names),
  ).toBe('Step seen: “Why”')
})

test('the table puts what has a name first and lists last, and marks what is not kept', () => {
  const values = { 'cmi.interactions.0.id': 'm.q1', 'cmi.odd': 'x', 'cmi.core.lesson_status': 'passed' }
  const rows = dataRows('scorm12', values, { 'cmi.core.lesson_status': 'incomplete', 'cmi.odd': 'x' })
  expect(rows.map(({ element, words, isKept }) => [element, words, isKept])).toEqual([
    ['cmi.core.lesson_status', 'Status', false],
    ['cmi.odd', '', true],
    ['cmi.interactions.0.id', 'Question', false],
  ])
  const key = 'activities/state|https://x|r|LMS.LaunchData|'
  expect(dataRows('cmi5', { [key]: '{}' }, { [key]: '{}' })[0]).toMatchObject({
    element: 'activities/state / LMS.LaunchData',
    words: 'How the module was launched',
  })
})

test('usual conditions need no words, each fault has a sentence', () => {
  expect(unusualInWords(usualConditions)).toEqual([])
  const all = unusualInWords({ network: 'offline', lms: 'review', isStrict: false, blocksUnload: true })
  expect(all).toHaveLength(4)
})
