import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureBundle } from '../../../test/fixtures/bundle.ts'
import type { Bundle, QuizBundleStep } from '../../bundle/format.ts'
import { reduceSession, type SessionAction } from './reduce.ts'
import { type Result, resultOf } from './result.ts'
import { choicesInOrder, questionsInOrder, screenIndex, screensOf } from './screens.ts'
import { newSession, type Session } from './session.ts'
import { stepsToDo } from './standing.ts'

const [page, video, quiz] = ['price.why', 'price.watch', 'price.check']
const [first, second] = ['price.check.q1', 'price.check.q2']

const show = (step: string | undefined): SessionAction => ({
  type: 'show',
  place: { step: step ?? null, question: null },
})
const answer = (question: string | undefined, ...response: string[]): SessionAction => ({
  type: 'answer',
  question: question ?? '',
  response,
})
const play = (bundle: Bundle, actions: SessionAction[], from = newSession(bundle, 7)): Session =>
  actions.reduce((session, action) => reduceSession(bundle, session, action), from)

const allRight = [show(page), show(video), show(quiz), answer(first, 'a'), answer(second, 'a', 'b')]
const allWrong = [show(page), show(video), show(quiz), answer(first, 'b'), answer(second, 'c')]

describe('a learner’s session', () => {
  it('is complete when every step was visited and every question answered, and not before', () => {
    allRight.forEach((_, count) => {
      const session = play(fixtureBundle, allRight.slice(0, count))
      expect(resultOf(fixtureBundle, session)).toMatchObject({
        isComplete: false,
        success: null,
        score: null,
      })
    })
    expect(resultOf(fixtureBundle, play(fixtureBundle, allRight))).toMatchObject({
      isComplete: true,
      success: 'passed',
      score: 100,
    })
    expect(resultOf(fixtureBundle, play(fixtureBundle, allWrong))).toMatchObject({
      isComplete: true,
      success: 'failed',
      score: 0,
    })
  })

  it('needs the steps in no particular order, and says which are left', () => {
    const session = play(fixtureBundle, [...allRight].reverse().slice(0, 4))
    expect(stepsToDo(fixtureBundle, session)).toEqual([page])
    expect(resultOf(fixtureBundle, play(fixtureBundle, [show(page)], session)).success).toBe('passed')
  })

  it('passes or fails only where the author set a mark', () => {
    const bundle = { ...fixtureBundle, pass: null }
    expect(resultOf(bundle, play(bundle, allWrong))).toMatchObject({
      isComplete: true,
      success: null,
      score: 0,
    })
  })

  it('has no score in a module without questions', () => {
    const bundle = { ...fixtureBundle, steps: fixtureBundle.steps.slice(0, 2) }
    expect(resultOf(bundle, play(bundle, [show(page), show(video)]))).toEqual({
      isComplete: true,
      success: null,
      score: null,
      progress: 100,
    })
  })

  it('keeps the first response of an attempt, and takes none that cannot be marked', () => {
    const session = play(fixtureBundle, [
      answer(first),
      answer(first, 'b'),
      answer(first, 'a'),
      answer('gone', 'a'),
    ])
    expect(session.responses).toEqual({ [first ?? '']: ['b'] })
  })

  it('keeps the best attempt when a later one is worse, and takes a better one', () => {
    const retry: SessionAction = { type: 'retry', step: quiz ?? '' }
    const worse = play(fixtureBundle, [...allRight, retry, answer(first, 'b'), answer(second, 'c')])
    expect(resultOf(fixtureBundle, worse)).toMatchObject({ isComplete: true, success: 'passed', score: 100 })
    const better = play(fixtureBundle, [...allWrong, retry, answer(first, 'a'), answer(second, 'a', 'b')])
    expect(resultOf(fixtureBundle, better)).toMatchObject({ isComplete: true, success: 'passed', score: 100 })
  })

  it('never lowers a result, whatever the learner does', () => {
    const actions = fc.array(
      fc.oneof(
        fc.constantFrom(page, video, quiz, undefined).map(show),
        fc.constantFrom('a', 'b', 'c').map((id) => answer(first, id)),
        fc.subarray(['a', 'b', 'c', 'd']).map((ids) => answer(second, ...ids)),
        fc.constant<SessionAction>({ type: 'retry', step: quiz ?? '' }),
      ),
      { maxLength: 40 },
    )
    const rank = ({ isComplete, success }: Result) =>
      (isComplete ? 2 : 0) + (success === 'passed' ? 2 : success === 'failed' ? 1 : 0)
    fc.assert(
      fc.property(actions, (list) => {
        let session = newSession(fixtureBundle, 1)
        for (const action of list) {
          const before = resultOf(fixtureBundle, session)
          session = reduceSession(fixtureBundle, session, action)
          const after = resultOf(fixtureBundle, session)
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
          expect(after.score ?? -1).toBeGreaterThanOrEqual(before.score ?? -1)
        }
      }),
    )
  })
})

describe('the screens of a module', () => {
  const step = fixtureBundle.steps[2] as QuizBundleStep
  const shuffledQuiz = { ...step, shuffleQuestions: true }

  it('are one a step, one a question, and the results', () => {
    expect(screensOf(fixtureBundle, newSession(fixtureBundle, 1))).toEqual([
      { step: page, question: null },
      { step: video, question: null },
      { step: quiz, question: first },
      { step: quiz, question: second },
      { step: null, question: null },
    ])
  })

  it('stand in an order that is the learner’s own, and new in a new attempt', () => {
    const orders = new Set<string>()
    const ofChoices = new Set<string>()
    for (let seed = 0; seed < 60; seed++) {
      const session = newSession(fixtureBundle, seed)
      const order = questionsInOrder(shuffledQuiz, session).map(({ id }) => id)
      expect(questionsInOrder(shuffledQuiz, session).map(({ id }) => id)).toEqual(order)
      orders.add(order.join())
      const [, question] = step.questions
      if (question)
        ofChoices.add(
          choicesInOrder(step, question, session)
            .map(({ id }) => id)
            .join(),
        )
    }
    expect(orders.size).toBe(2)
    expect(ofChoices.size).toBeGreaterThan(12)
  })

  it('know where to go on when the place is no more', () => {
    const at = (place: Session['place'], visited: string[] = []) =>
      screenIndex(fixtureBundle, { ...newSession(fixtureBundle, 1), place, visited })
    expect(at({ step: quiz ?? '', question: 'gone' })).toBe(2)
    expect(at({ step: 'gone', question: null }, [page ?? ''])).toBe(1)
    expect(at({ step: null, question: null })).toBe(4)
  })
})
