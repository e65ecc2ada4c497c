import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markingInWords } from './for-authors/index.ts'
import {
  isCompleteResponse,
  keepKnownResponse,
  type MarkableQuestion,
  markQuestion,
  packResponse,
  rightResponses,
  unpackResponse,
} from './index.ts'

const choices = (...credits: number[]) =>
  credits.map((credit, place) => ({ id: 'abcdefgh'.charAt(place), credit }))
const single = (...credits: number[]): MarkableQuestion => ({
  kind: 'single-choice',
  points: 1,
  choices: choices(...credits),
})
const several = (marking: 'all-or-nothing' | 'per-choice', ...credits: number[]): MarkableQuestion => ({
  kind: 'multiple-response',
  points: 2,
  marking,
  choices: choices(...credits),
})

const anyQuestion: fc.Arbitrary<MarkableQuestion> = fc
  .uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { minLength: 1, maxLength: 36 })
  .chain((ids) =>
    fc.record({
      kind: fc.constantFrom('single-choice', 'multiple-response'),
      marking: fc.constantFrom('all-or-nothing', 'per-choice'),
      points: fc.integer({ min: 0, max: 10 }),
      choices: fc.tuple(
        ...ids.map((id) => fc.record({ id: fc.constant(id), credit: fc.integer({ min: -100, max: 100 }) })),
      ),
    }),
  ) as fc.Arbitrary<MarkableQuestion>

const questionAndResponse = anyQuestion.chain((question) =>
  fc.tuple(fc.constant(question), fc.subarray(question.choices.map(({ id }) => id))),
)

describe('single choice', () => {
  it('gives the credit of the choice, never less than nothing; only full credit is right', () => {
    const question = single(100, 50, 0, -20)
    expect(markQuestion(question, ['a'])).toEqual({ credit: 1, isCorrect: true })
    expect(markQuestion(question, ['b'])).toEqual({ credit: 0.5, isCorrect: false })
    expect(markQuestion(question, ['c'])).toEqual({ credit: 0, isCorrect: false })
    expect(markQuestion(question, ['d'])).toEqual({ credit: 0, isCorrect: false })
    expect(markQuestion(question, [])).toEqual({ credit: 0, isCorrect: false })
  })

  it('takes every choice with full credit as right', () => {
    expect(rightResponses(single(100, 0, 100))).toEqual([['a'], ['c']])
  })
})

describe('multiple response', () => {
  it('marked all or nothing, gives all for exactly the right choices', () => {
    const question = several('all-or-nothing', 50, 50, 0)
    expect(markQuestion(question, ['b', 'a'])).toEqual({ credit: 1, isCorrect: true })
    expect(markQuestion(question, ['a'])).toEqual({ credit: 0, isCorrect: false })
    expect(markQuestion(question, ['a', 'b', 'c'])).toEqual({ credit: 0, isCorrect: false })
  })

  it('marked per choice, sums the credits between nothing and all', () => {
    const question = several('per-choice', 50, 50, -50)
    expect(markQuestion(question, ['a'])).toEqual({ credit: 0.5, isCorrect: false })
    expect(markQuestion(question, ['a', 'c'])).toEqual({ credit: 0, isCorrect: false })
    expect(markQuestion(question, ['c'])).toEqual({ credit: 0, isCorrect: false })
    expect(markQuestion(question, ['a', 'b'])).toEqual({ credit: 1, isCorrect: true })
  })

  it('gives full marks for three thirds, although authors round them', () => {
    expect(markQuestion(several('per-choice', 33.33, 33.33, 33.33), ['a', 'b', 'c'])).toEqual({
      credit: 1,
      isCorrect: true,
    })
  })

  it('does not call it right when something wrong that costs nothing was picked too', () => {
    expect(markQuestion(several('per-choice', 100, 0), ['a', 'b'])).toEqual({ credit: 1, isCorrect: false })
  })

  it('can be answered with nothing only when nothing is right', () => {
    expect(isCompleteResponse(several('all-or-nothing', 0, 0), [])).toBe(true)
    expect(isCompleteResponse(several('all-or-nothing', 50, 0), [])).toBe(false)
  })
})

describe('any question', () => {
  it('earns between nothing and all, and every right response of a sound question is marked right', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        const { credit } = markQuestion(question, response)
        expect(credit).toBeGreaterThanOrEqual(0)
        expect(credit).toBeLessThanOrEqual(1)
        for (const right of rightResponses(question))
          expect(markQuestion(question, right).isCorrect).toBe(true)
      }),
    )
  })

  it('is marked alike however the choices are ordered and the response listed', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        const reversed = { ...question, choices: [...question.choices].reverse() }
        const one = question.kind === 'single-choice' ? response.slice(0, 1) : response
        expect(markQuestion(reversed, [...one].reverse()).isCorrect).toBe(
          markQuestion(question, one).isCorrect,
        )
        expect(markQuestion(reversed, [...one].reverse()).credit).toBeCloseTo(
          markQuestion(question, one).credit,
        )
      }),
    )
  })

  it('comes back from its packed form, in six characters at most', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        fc.pre(isCompleteResponse(question, response))
        const packed = packResponse(question, response)
        expect(packed).toMatch(/^[\w-]{1,6}$/)
        expect(unpackResponse(question, packed)).toEqual(keepKnownResponse(question, response))
      }),
    )
  })

  it('never throws on a packed form that is none', () => {
    fc.assert(
      fc.property(anyQuestion, fc.string(), (question, packed) => {
        const response = unpackResponse(question, packed)
        if (response) expect(isCompleteResponse(question, response)).toBe(true)
      }),
    )
  })

  it('loses from a response what the author took away', () => {
    const packed = packResponse(several('per-choice', 50, 50, 0), ['a', 'c'])
    expect(unpackResponse(several('per-choice', 50, 50), packed)).toEqual(['a'])
    expect(unpackResponse(single(100), packResponse(single(100, 0), ['b']))).toBeNull()
  })
})

describe('marking in words', () => {
  it.for([
    [single(100, 0, 0), 'The right choice earns 1 point. Every other choice earns nothing.'],
    [
      single(100, 50, 0),
      'The right choice earns 1 point. One other choice, partly right, earns 0.5 points. Every other choice earns nothing.',
    ],
    [single(100, 100), 'Any of the 2 right choices earns 1 point.'],
    [single(0, 0), 'No choice is right yet: give one of them 100 % of the points.'],
    [
      several('all-or-nothing', 50, 50, 0),
      'Choosing all 2 right choices and no other earns 2 points; anything else earns nothing.',
    ],
    [
      several('per-choice', 50, 50, -50),
      'Each of the 2 right choices earns its share of 2 points. A wrong choice takes points away, never below 0.',
    ],
    [
      several('per-choice', 50, 30, 0),
      'Each of the 2 right choices earns its share of 2 points. Wrong choices take nothing away. The shares add up to 80 %, so full marks cannot be reached.',
    ],
    [{ ...single(100), points: 0 }, 'Not counted: this question has 0 points.'],
  ] as const)('%#', ([question, words]) => {
    expect(markingInWords(question)).toBe(words)
  })
})
