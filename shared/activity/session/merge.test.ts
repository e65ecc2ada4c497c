import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureBundle } from '../../../test/fixtures/bundle.ts'
import { answer, learn, retry, show } from '../../../test/harness/learn.ts'
import { packSession } from '../suspend/pack.ts'
import { mergePacked } from '../suspend/merge.ts'
import { unpackSession } from '../suspend/unpack.ts'
import { partsOf, watchedPercent } from '../watched.ts'
import { mergeSessions } from './merge.ts'
import { objectivesOf } from './objectives.ts'
import type { SessionAction } from './reduce.ts'
import { resultOf } from './result.ts'

const [page, video, quiz] = ['price.why', 'price.watch', 'price.check']
const [first, second] = ['price.check.q1', 'price.check.q2']

const anyDeed = fc.oneof(
  fc.constantFrom(page, video, quiz, null).map((step) => show(step ?? null)),
  fc.constantFrom('a', 'b', 'c').map((id) => answer(first, id)),
  fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }).map((ids) => answer(second, ...ids)),
  fc.constant(retry(quiz)),
  fc.nat(3).map(
    (start): SessionAction => ({
      type: 'watch',
      step: video ?? '',
      parts: partsOf([[start, start + 1]], 4),
      stoppedAt: start,
    }),
  ),
)
const anyDeeds = fc.array(anyDeed, { maxLength: 20 })

describe('what an LMS has, and what it never confirmed', () => {
  it('is the later one when that goes on from the other', () => {
    fc.assert(
      fc.property(anyDeeds, anyDeeds, (before, after) => {
        const confirmed = learn(fixtureBundle, before)
        const unconfirmed = learn(fixtureBundle, after, confirmed)
        const merged = mergeSessions(fixtureBundle, confirmed, unconfirmed)
        expect(packSession(fixtureBundle, merged)).toBe(packSession(fixtureBundle, unconfirmed))
      }),
    )
  })

  it('loses no visit, no response, no best attempt and no result of either', () => {
    fc.assert(
      fc.property(anyDeeds, anyDeeds, (one, other) => {
        const here = learn(fixtureBundle, one)
        const there = learn(fixtureBundle, other)
        const merged = mergeSessions(fixtureBundle, here, there)
        for (const session of [here, there]) {
          expect(merged.visited).toEqual(expect.arrayContaining([...session.visited]))
          expect(merged.isComplete || !session.isComplete).toBe(true)
          expect(merged.hasPassed || !session.hasPassed).toBe(true)
          expect(merged.best ?? -1).toBeGreaterThanOrEqual(session.best ?? -1)
          expect(merged.quizzes[quiz]?.best ?? -1).toBeGreaterThanOrEqual(session.quizzes[quiz]?.best ?? -1)
          expect(watchedPercent(merged.watchedParts[video] ?? 0)).toBeGreaterThanOrEqual(
            watchedPercent(session.watchedParts[video] ?? 0),
          )
          if (session.quizzes[quiz]?.attempt === merged.quizzes[quiz]?.attempt)
            for (const [id, response] of Object.entries(session.responses))
              if (response) expect(merged.responses[id]).toBeDefined()
        }
      }),
    )
  })

  it('goes on where a recording was left last, and from its beginning once it was played to its end', () => {
    const stop = (step: string, stoppedAt: number): SessionAction => ({
      type: 'watch',
      step,
      parts: 1,
      stoppedAt,
    })
    const confirmed = learn(fixtureBundle, [stop(video, 3), stop(page, 2)])
    const ended = learn(fixtureBundle, [stop(video, 0)])
    const packed = mergePacked(
      fixtureBundle,
      packSession(fixtureBundle, confirmed),
      packSession(fixtureBundle, ended),
      4096,
    )
    expect(unpackSession(fixtureBundle, packed)?.stoppedAt).toEqual({ [video]: 0, [page]: 2 })
  })

  it('keeps a confirmed response within one attempt, and takes those of a later attempt', () => {
    const confirmed = learn(fixtureBundle, [show(quiz), answer(first, 'b')])
    const sameAttempt = learn(fixtureBundle, [show(quiz), answer(first, 'a'), answer(second, 'a', 'b')])
    expect(mergeSessions(fixtureBundle, confirmed, sameAttempt).responses).toMatchObject({
      [first]: ['b'],
      [second]: ['a', 'b'],
    })
    const later = learn(fixtureBundle, [retry(quiz), answer(first, 'a')], sameAttempt)
    expect(mergeSessions(fixtureBundle, confirmed, later).responses).toEqual({
      [first]: ['a'],
      [second]: undefined,
    })
  })

  it('is one of both where the other cannot be read, and never longer than the limit', () => {
    const packed = packSession(fixtureBundle, learn(fixtureBundle, [show(quiz), answer(first, 'a')]))
    expect(mergePacked(fixtureBundle, null, packed, 4096)).toBe(packed)
    expect(mergePacked(fixtureBundle, 'rubbish', packed, 4096)).toBe(packed)
    expect(mergePacked(fixtureBundle, packed, 'rubbish', 4096)).toBe(packed)
    const other = packSession(fixtureBundle, learn(fixtureBundle, [show(page)]))
    const both = mergePacked(fixtureBundle, packed, other, 4096)
    expect(unpackSession(fixtureBundle, both)?.visited).toEqual([page, quiz])
    expect(mergePacked(fixtureBundle, packed, other, 30).length).toBeLessThanOrEqual(30)
  })
})

describe('outcomes', () => {
  it('are complete when every step that serves them is done, and scored once all was answered', () => {
    const at = (actions: SessionAction[]) => objectivesOf(fixtureBundle, learn(fixtureBundle, actions))
    expect(at([show(page)])).toMatchObject([
      { id: 'price.O1', isComplete: false },
      { id: 'price.O2', isComplete: false, score: null, success: null },
    ])
    expect(at([show(page), show(video)])[0]).toMatchObject({ isComplete: true })
    expect(at([show(quiz), answer(first, 'a')])[1]).toMatchObject({ isComplete: false, score: null })
    expect(at([show(quiz), answer(first, 'a'), answer(second, 'a', 'b')])[1]).toMatchObject({
      isComplete: true,
      score: 100,
      success: 'passed',
    })
    expect(at([show(quiz), answer(first, 'a'), answer(second, 'c')])[1]).toMatchObject({
      isComplete: true,
      score: 33.33,
      success: 'failed',
    })
  })

  it('that no step serves are not told, and say nothing of passing without a mark', () => {
    const bundle = {
      ...fixtureBundle,
      pass: null,
      outcomes: [...fixtureBundle.outcomes, { id: 'price.O3', text: 'Nothing yet' }],
    }
    const told = objectivesOf(bundle, learn(bundle, [show(quiz), answer(first, 'a'), answer(second, 'c')]))
    expect(told.map(({ id }) => id)).toEqual(['price.O1', 'price.O2'])
    expect(told.map(({ success }) => success)).toEqual([null, null])
  })

  it('have a result the learner can see in the module’s own', () => {
    const session = learn(fixtureBundle, [
      show(page),
      show(video),
      show(quiz),
      answer(first, 'a'),
      answer(second, 'a', 'b'),
    ])
    expect(resultOf(fixtureBundle, session).success).toBe('passed')
    expect(objectivesOf(fixtureBundle, session).every(({ isComplete }) => isComplete)).toBe(true)
  })
})
