import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureBundle } from '../../../test/fixtures/bundle.ts'
import { stressBundle } from '../../../test/fixtures/stress.ts'
import type { Bundle, BundleStep, QuizBundleStep } from '../../bundle/format.ts'
import { longestResponse } from '../questions/for-authors/index.ts'
import { reduceSession, type SessionAction } from '../session/reduce.ts'
import { resultOf } from '../session/result.ts'
import { screenIndex } from '../session/screens.ts'
import { newSession, type Session, seedCount } from '../session/session.ts'
import { questionsOf } from '../steps/index.ts'
import { packSession, suspendLimit } from './pack.ts'
import { unpackSession } from './unpack.ts'
import { worstCaseSuspendLength } from './worst-case.ts'

const play = (bundle: Bundle, actions: SessionAction[], seed = 7): Session =>
  actions.reduce((session, action) => reduceSession(bundle, session, action), newSession(bundle, seed))

const actionsOn = (bundle: Bundle): fc.Arbitrary<SessionAction[]> => {
  const questions = bundle.steps.flatMap(questionsOf)
  const places = bundle.steps.map(({ id }) => ({ step: id, question: null }))
  return fc.array(
    fc.oneof(
      fc
        .constantFrom(...places, { step: null, question: null })
        .map((place) => ({ type: 'show', place }) as const),
      fc
        .tuple(fc.constantFrom(...questions), fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }))
        .map(([{ id }, response]) => ({ type: 'answer', question: id, response }) as const),
      fc.constant<SessionAction>({ type: 'retry', step: 'price.check' }),
      fc
        .record({
          step: fc.constantFrom(...bundle.steps.filter((step) => 'seconds' in step).map(({ id }) => id)),
          parts: fc.nat(2 ** 48 - 1),
          stoppedAt: fc.nat(64 ** 3 - 1),
        })
        .map((played) => ({ type: 'watch', ...played }) as const),
    ),
    { maxLength: 30 },
  )
}
/** What of a session matters once it is back; order of visiting and never-begun quizzes do not. */
const gist = (bundle: Bundle, session: Session) => ({
  seed: session.seed,
  place: session.place,
  visited: [...session.visited].sort(),
  responses: session.responses,
  quizzes: bundle.steps.map(({ id }) => session.quizzes[id] ?? { attempt: 0, best: null }),
  watchedParts: session.watchedParts,
  stoppedAt: session.stoppedAt,
  result: resultOf(bundle, session),
  hasPassed: session.hasPassed,
})

/** A quiz of `count` questions with all 36 choices. */
const quizOf = (id: string, count: number): QuizBundleStep => ({
  id,
  kind: 'quiz',
  outcome: null,
  mustScore: null,
  title: '',
  intro: '',
  shuffleQuestions: true,
  questions: Array.from({ length: count }, (_, place) => ({
    id: `${id}.q${place}`,
    kind: 'multiple-response',
    marking: 'per-choice',
    title: '',
    stem: '',
    points: 1,
    feedback: '',
    shuffle: true,
    choices: [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((choice) => ({
      id: choice,
      html: '',
      credit: 2.8,
      feedback: '',
    })),
  })),
})
const large: Bundle = {
  ...fixtureBundle,
  steps: Array.from({ length: 20 }, (_, place) => quizOf(`big.s${place}`, 20)),
}
const throughAll = (bundle: Bundle): SessionAction[] =>
  bundle.steps.flatMap((step): SessionAction[] => [
    { type: 'show', place: { step: step.id, question: null } },
    ...questionsOf(step).map(
      (question): SessionAction => ({
        type: 'answer',
        question: question.id,
        response: longestResponse(question),
      }),
    ),
  ])

const worstCase = (bundle: Bundle) =>
  worstCaseSuspendLength(bundle.steps.map((step) => ({ questions: questionsOf(step), isRecording: false })))

describe('packed state', () => {
  it.for([
    ['a small module', fixtureBundle],
    ['a large one', large],
    ['one without questions', { ...fixtureBundle, steps: fixtureBundle.steps.slice(0, 2) }],
  ] as const)('of %s is never longer than foretold, and as long when all was chosen', ([, bundle]) => {
    const all = play(bundle, throughAll(bundle))
    expect(packSession(bundle, all, Number.POSITIVE_INFINITY)).toHaveLength(worstCase(bundle))
    const some = play(bundle, throughAll(bundle).slice(0, 7))
    expect(packSession(bundle, some).length).toBeLessThanOrEqual(worstCase(bundle))
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(actionsOn(fixtureBundle), fc.integer({ min: 0, max: seedCount - 1 }), (actions, seed) => {
        const session = play(fixtureBundle, actions, seed)
        const packed = packSession(fixtureBundle, session)
        expect(packed).toMatch(/^[\w.-]+$/)
        const back = unpackSession(fixtureBundle, packed)
        expect(back && gist(fixtureBundle, back)).toEqual(gist(fixtureBundle, session))
      }),
    )
  })

  it('is small: the whole of a five-minute module in under 80 characters', () => {
    const session = play(fixtureBundle, throughAll(fixtureBundle))
    expect(packSession(fixtureBundle, session).length).toBeLessThan(80)
  })

  it('never exceeds what SCORM 1.2 keeps, and then still holds result, place, visits and every best attempt', () => {
    const session = play(large, throughAll(large))
    expect(worstCase(large)).toBeGreaterThan(suspendLimit)
    const packed = packSession(large, session)
    expect(packed.length).toBeLessThanOrEqual(suspendLimit)
    const back = unpackSession(large, packed)
    expect(back?.visited).toHaveLength(20)
    expect(back && resultOf(large, back)).toEqual(resultOf(large, session))
    expect(Object.values(back?.quizzes ?? {}).every((quiz) => quiz?.best === 100)).toBe(true)
  })

  it('of sixty steps, ten of them recordings, and sixty questions fits into what SCORM 1.2 keeps, whatever is answered', () => {
    const steps = stressBundle.steps.map((step) => ({
      questions: questionsOf(step),
      isRecording: 'seconds' in step,
    }))
    expect(steps).toHaveLength(60)
    expect(steps.flatMap(({ questions }) => questions)).toHaveLength(60)
    expect(worstCaseSuspendLength(steps)).toBeLessThanOrEqual(suspendLimit)
    const all = stressBundle.steps.flatMap((step): SessionAction[] =>
      'seconds' in step ? [{ type: 'watch', step: step.id, parts: 2 ** 48 - 1, stoppedAt: 130 }] : [],
    )
    const session = play(stressBundle, [...throughAll(stressBundle), ...all])
    const packed = packSession(stressBundle, session)
    expect(packed.length).toBeLessThanOrEqual(worstCaseSuspendLength(steps))
    expect(unpackSession(stressBundle, packed)?.watchedParts).toEqual(session.watchedParts)
    expect(unpackSession(stressBundle, packed)?.stoppedAt).toEqual(session.stoppedAt)
    expect(unpackSession(stressBundle, packed)?.responses).toEqual(session.responses)
  })

  it('loses only its end when its end is cut off, and never the result', () => {
    const session = play(fixtureBundle, throughAll(fixtureBundle))
    const packed = packSession(fixtureBundle, session)
    const headLength = packed.indexOf('.')
    for (let length = packed.length; length >= headLength; length--) {
      const back = unpackSession(fixtureBundle, packed.slice(0, length))
      expect(back && resultOf(fixtureBundle, back)).toEqual(resultOf(fixtureBundle, session))
    }
    for (let length = headLength - 1; length >= 0; length--)
      expect(unpackSession(fixtureBundle, packed.slice(0, length))).toBeNull()
  })

  it('tolerates anything at all in its place', () => {
    const packed = packSession(fixtureBundle, play(fixtureBundle, throughAll(fixtureBundle)))
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (words) => {
        expect(() => unpackSession(fixtureBundle, words)).not.toThrow()
        expect(() => unpackSession(fixtureBundle, `${packed}.${words}`)).not.toThrow()
      }),
    )
  })

  it('believes no place of it that was changed', () => {
    const packed = packSession(fixtureBundle, play(fixtureBundle, throughAll(fixtureBundle)))
    const whole = unpackSession(fixtureBundle, packed)
    for (let place = 0; place < packed.length; place++) {
      const damaged = packed.slice(0, place) + (packed[place] === 'x' ? 'y' : 'x') + packed.slice(place + 1)
      const back = unpackSession(fixtureBundle, damaged)
      if (back === null) expect(place).toBeLessThanOrEqual(packed.indexOf('.'))
      else
        for (const [id, response] of Object.entries(back.responses))
          expect(response).toEqual(whole?.responses[id])
    }
  })

  it('knows where a recording was left, to the second, and reads what was kept before it did', () => {
    const [, video] = fixtureBundle.steps
    const watch = { type: 'watch', step: video?.id ?? '', parts: 3, stoppedAt: 129.6 } as const
    const packed = packSession(fixtureBundle, play(fixtureBundle, [watch]))
    expect(unpackSession(fixtureBundle, packed)?.stoppedAt).toEqual({ [watch.step]: 130 })
    const earlier = packed
      .split('.')
      .filter((segment) => !segment.startsWith('p'))
      .join('.')
    expect(earlier).not.toBe(packed)
    expect(unpackSession(fixtureBundle, earlier)).toMatchObject({
      watchedParts: { [watch.step]: 3 },
      stoppedAt: {},
    })
  })

  it('is not read when it is of a version that came later', () => {
    const packed = packSession(fixtureBundle, newSession(fixtureBundle, 1))
    expect(unpackSession(fixtureBundle, packed.replace('M1', 'M2'))).toBeNull()
  })
})

describe('a module edited between two visits', () => {
  const [page, video, quiz] = fixtureBundle.steps as [BundleStep, BundleStep, QuizBundleStep]
  const [first, second] = quiz.questions
  if (!first || !second) throw new Error('The fixture has two questions')
  const before = play(fixtureBundle, throughAll(fixtureBundle).slice(0, 4))
  const packed = packSession(fixtureBundle, before)
  const reopened = (steps: BundleStep[]) => {
    const bundle = { ...fixtureBundle, steps }
    const session = unpackSession(bundle, packed)
    if (!session) throw new Error('The session was lost')
    return { bundle, session }
  }

  it('keeps visits and responses when steps, questions and choices are put in another order', () => {
    const turned = { ...first, choices: [...first.choices].reverse() }
    const { session } = reopened([{ ...quiz, questions: [second, turned] }, video, page])
    expect(session.visited).toHaveLength(3)
    expect(session.responses).toEqual(before.responses)
    expect(session.place).toEqual(before.place)
  })

  it('keeps the rest when a step and a question are taken away', () => {
    const { session } = reopened([page, { ...quiz, questions: [first] }])
    expect(session.visited).toEqual([page.id, quiz.id])
    expect(session.responses).toEqual(before.responses)
  })

  it('asks for what was added, and for nothing twice', () => {
    const added: BundleStep = { id: 'price.new', kind: 'page', title: 'New', outcome: null, html: '' }
    const { session, bundle } = reopened([added, page, video, quiz])
    expect(session.visited).not.toContain('price.new')
    expect(resultOf(bundle, session).isComplete).toBe(false)
    expect(session.responses).toEqual(before.responses)
  })

  it('goes on elsewhere when the learner’s step is gone', () => {
    const { session, bundle } = reopened([page, { ...video, id: 'price.other' }])
    expect(screenIndex(bundle, session)).toBe(1)
  })

  it('takes completion and score back from nobody', () => {
    const done = packSession(fixtureBundle, play(fixtureBundle, throughAll(fixtureBundle)))
    const bundle = { ...fixtureBundle, steps: [...fixtureBundle.steps, quizOf('price.more', 3)] }
    const session = unpackSession(bundle, done)
    const reached = resultOf(fixtureBundle, play(fixtureBundle, throughAll(fixtureBundle)))
    expect(session && resultOf(bundle, session)).toEqual(reached)
  })
})
