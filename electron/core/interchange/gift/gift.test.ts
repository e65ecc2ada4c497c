import { describe, expect, test } from 'vitest'
import type { Question } from '../../../../shared/model/questions/index.ts'
import { plainInline, plainText } from '../../../../shared/model/richtext/text.ts'
import { notesFor } from '../report.ts'
import { readGift } from './read.ts'

function read(text: string, language = 'en') {
  const notes = notesFor('quiz.gift')
  const questions = readGift(text, {
    line: 1,
    language,
    notes,
    image: () => null,
    takeId: (key, exact) => exact ?? `m.s.${key}`,
  })
  return { questions, report: notes.lines }
}

function one(text: string, language?: string): Question {
  const { questions, report } = read(text, language)
  expect(report).toEqual([])
  expect(questions).toHaveLength(1)
  return questions[0] as Question
}

const choicesOf = (question: Question) =>
  question.choices.map(({ id, text, credit, feedback }) => [
    id,
    plainInline(text),
    credit,
    plainInline(feedback),
  ])

describe('kinds', () => {
  test('one right answer and part credit is a single choice, unescaped colons and all', () => {
    const question = one(`::q1:: A buyer says "too expensive". First you… {
  =restate the outcome they asked for#Right: value first.
  ~offer 10% off#A discount before value teaches them to ask again.
  ~%50%ask what they compare it with#Useful, as a second step.
}`)
    expect(question).toMatchObject({
      id: 'm.s.q1',
      kind: 'single-choice',
      title: 'q1',
      points: 1,
      shuffle: true,
    })
    expect(plainText(question.stem)).toBe('A buyer says "too expensive". First you…')
    expect(choicesOf(question)).toEqual([
      ['a', 'restate the outcome they asked for', 100, 'Right: value first.'],
      ['b', 'offer 10% off', 0, 'A discount before value teaches them to ask again.'],
      ['c', 'ask what they compare it with', 50, 'Useful, as a second step.'],
    ])
  })

  test('weights without a right answer are a multiple response, fractions and deductions kept', () => {
    const question = one('Which? {~%33.33333%a ~%33,33333%b ~%-100%c ~%33.33333%d}')
    expect(question).toMatchObject({ kind: 'multiple-response', marking: 'per-choice' })
    expect(question.choices.map(({ credit }) => credit)).toEqual([33.33333, 33.33333, -100, 33.33333])
    expect(one('Which? {=%50%a =%50%b ~c}').kind).toBe('multiple-response')
  })

  test('true or false: feedback for the wrong answer comes first', () => {
    const question = one('Grant is buried here.{FALSE#It is not he.#Right.}', 'de')
    expect(question).toMatchObject({ kind: 'single-choice', shuffle: false })
    expect(choicesOf(question)).toEqual([
      ['a', 'Wahr', 0, 'It is not he.'],
      ['b', 'Falsch', 100, 'Right.'],
    ])
    expect(choicesOf(one('Yes? {t##Good.}'))).toEqual([
      ['a', 'True', 100, 'Good.'],
      ['b', 'False', 0, ''],
    ])
  })

  test.each([
    ['Two plus two? {=four =4}', 'short-answer'],
    ['Two plus two? {four}', 'short-answer'],
    ['Two plus two? {#4:1}', 'numerical'],
    ['Match. {=a -> b =c -> d}', 'matching'],
    ['Discuss. {}', 'essay'],
    ['Just reading matter.', 'description'],
  ])('%s is reported as a %s question with its line', (text, kind) => {
    const { questions, report } = read(`// first line\n${text}`)
    expect(questions).toEqual([])
    expect(report).toHaveLength(1)
    expect(report[0]).toMatchObject({ file: 'quiz.gift', place: 'line 2', outcome: 'left-out' })
    expect(report[0]?.message.toLowerCase()).toContain(kind)
  })
})

describe('texts', () => {
  test('escapes are undone after the text is cut', () => {
    const question = one(String.raw`A\: \{x\}\nB? {=\= 2 + 3 # \~ yes ~\\ or \d}`)
    expect(question.stem).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'A: {x}' }, { type: 'break' }, { type: 'text', text: 'B?' }],
      },
    ])
    expect(choicesOf(question)).toEqual([
      ['a', '= 2 + 3', 100, '~ yes'],
      ['b', '\\ or \\d', 0, ''],
    ])
  })

  test('each part has a format of its own, or the stem’s', () => {
    const question = one('[markdown]Is **this** it? {=_yes_ ~[plain]_no_#[html]<b>no</b> &amp; never}')
    expect(question.stem).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Is ' },
          { type: 'text', text: 'this', marks: ['bold'] },
          { type: 'text', text: ' it?' },
        ],
      },
    ])
    expect(question.choices[0]?.text).toEqual([{ type: 'text', text: 'yes', marks: ['italic'] }])
    expect(question.choices[1]).toMatchObject({
      text: [{ type: 'text', text: '_no_' }],
      feedback: [
        { type: 'text', text: 'no', marks: ['bold'] },
        { type: 'text', text: ' & never' },
      ],
    })
  })

  test('HTML that we do not know is reported, its words kept; scripts vanish', () => {
    const { questions, report } = read(
      '[html]<p>One<sub>2</sub><script>alert(1)</script></p> {=<a href="javascript:x">a</a> ~b}',
    )
    expect(plainText(questions[0]?.stem ?? [])).toBe('One2')
    expect(questions[0]?.choices[0]?.text).toEqual([{ type: 'text', text: 'a' }])
    expect(report.map(({ found }) => found).sort()).toEqual(['<a href="javascript:x">', '<script>', '<sub>'])
  })

  test('a gap in the middle of a sentence keeps its place', () => {
    expect(plainText(one('Grant is {~buried =entombed} in the tomb.').stem)).toBe(
      'Grant is _____ in the tomb.',
    )
    expect(plainText(one('It is {~a =b}.').stem)).toBe('It is _____.')
  })

  test('feedback for the whole question', () => {
    expect(plainInline(one('Q? {=a ~b#no\n####Think\nagain.}').feedback)).toBe('Think again.')
  })
})

describe('ids, comments and settings', () => {
  test('an id from the comment, else the title, else the number', () => {
    const { questions } = read('// [id:108]\nA {T}\n\n::Jesus’ hometown::B {T}\n\nC {T}')
    expect(questions.map(({ id }) => id)).toEqual(['m.s.108', 'm.s.jesus-hometown', 'm.s.q3'])
  })

  test('settings in the comment', () => {
    const { questions, report } = read(
      '// [points:2.5] [shuffle:no] [marking:all-or-nothing] [choices:c,a]\nQ? {~%50%x ~%50%y}',
    )
    expect(report).toEqual([])
    expect(questions[0]).toMatchObject({ points: 2.5, shuffle: false, marking: 'all-or-nothing' })
    expect(questions[0]?.choices.map(({ id }) => id)).toEqual(['c', 'a'])
  })

  test('tags, categories and comments without a question are reported', () => {
    const { questions, report } = read(
      '$CATEGORY: $course$/top\n\n// question: 1 name: Lost\n\n// question: 2 name: Kept\n// [tag:x]\nA {T}\n\n// [id:9]\n',
    )
    expect(questions).toHaveLength(1)
    expect(report.map(({ place, found }) => `${place} ${found}`)).toEqual([
      'line 1 $CATEGORY: $course$/top',
      'line 3 // question: 1 name: Lost',
      'line 9 // [id:9]',
      'line 6 [tag:x]',
    ])
  })
})

describe('what strict readers refuse', () => {
  test.each([
    ['feedback after the brace', 'Q? {=a ~b}####Because.'],
    ['signs after the brace', 'Q? {=a ~b}";'],
    ['a blank line inside', 'Q? {\n=a\n\n~b\n}'],
    ['questions without a blank line between', 'Q? {=a ~b}\nR? {T}'],
  ])('%s is taken and reported', (_, text) => {
    const { questions, report } = read(text)
    expect(questions.length).toBeGreaterThan(0)
    expect(report.map(({ outcome }) => outcome)).toEqual(['changed'])
  })

  test('an equals sign inside an HTML tag is no answer', () => {
    expect(one('[html]<p style="color: red">Which?</p> {=<b class="x">a</b> ~b}').choices).toHaveLength(2)
    expect(one('[html] Which? {=<b title="a = b" class=x>a</b> ~b}').choices).toHaveLength(2)
    // What only looks like a tag takes no answer with it.
    expect(one('Which? {\n  ~a <b\n  =c\n}').choices).toHaveLength(2)
    expect(one('[markdown] Which? {\n  ~a \\\\<b "\n  =c\n}').choices).toHaveLength(2)
  })

  test('one bad question never costs the others', () => {
    const { questions, report } = read(
      'A {T}\n\nBroken {=a ~b\n\nB {F}\n\n::No end C {T}\n\nD {~%900%a =b}\n\nE {=a ~b}',
    )
    expect(questions.map(({ stem }) => plainText(stem))).toEqual(['A', 'B', 'E'])
    expect(report.map(({ place, outcome }) => `${place} ${outcome}`)).toEqual([
      'line 3 left-out',
      'line 7 left-out',
      'line 9 left-out',
    ])
  })
})
