import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureBundle } from '../../../test/fixtures/bundle.ts'
import { answer, learn, retry, show } from '../../../test/harness/learn.ts'
import type { Bundle } from '../../bundle/format.ts'
import type { Behaviour } from '../../model/behaviour.ts'
import { partsOf } from '../watched.ts'
import { isReachable, openSteps } from './reach.ts'
import type { SessionAction } from './reduce.ts'
import { resultOf } from './result.ts'
import { screensOf } from './screens.ts'
import { newSession } from './session.ts'
import { canRetry, stepsToDo } from './standing.ts'

const [page, video, quiz] = ['price.why', 'price.watch', 'price.check']
const [first, second] = ['price.check.q1', 'price.check.q2']

type Asked = { mustWatch?: number; mustScore?: number }

/** The fixture with other settings, and what its video and its quiz ask for. */
function withBehaviour(behaviour: Partial<Behaviour>, { mustWatch, mustScore }: Asked = {}): Bundle {
  return {
    ...fixtureBundle,
    behaviour: { ...fixtureBundle.behaviour, ...behaviour },
    steps: fixtureBundle.steps.map((step) =>
      step.kind === 'video'
        ? { ...step, mustWatch: mustWatch ?? null }
        : step.kind === 'quiz'
          ? { ...step, mustScore: mustScore ?? null }
          : step,
    ),
  }
}
const watch = (...played: [number, number][]): SessionAction => ({
  type: 'watch',
  stoppedAt: 0,
  step: video ?? '',
  parts: partsOf(played, 4),
})
const right = [answer(first, 'a'), answer(second, 'a', 'b')]
const wrong = [answer(first, 'b'), answer(second, 'c')]

describe('restricted navigation', () => {
  const bundle = withBehaviour({ navigation: 'restricted' })
  const open = (actions: SessionAction[], of = bundle) => openSteps(of, learn(of, actions))

  it('opens a step once the steps before it are done, and takes no place beyond', () => {
    expect(open([])).toBe(1)
    expect(open([show(page)])).toBe(2)
    expect(open([show(page), show(quiz)])).toBe(2)
    expect(learn(bundle, [show(page), show(quiz)]).place.step).toBe(page)
    expect(open([show(page), show(video)])).toBe(3)
    expect(open([show(page), show(video), show(quiz)])).toBe(3)
    expect(open([show(page), show(video), show(quiz), ...right])).toBe(4)
  })

  it('lets one question open the next, and no answer reach beyond', () => {
    const session = learn(bundle, [show(page), show(video), show(quiz)])
    const reachable = screensOf(bundle, session).map((_, index) => isReachable(bundle, session, index))
    expect(reachable).toEqual([true, true, true, false, false])
    const after = learn(bundle, [answer(first, 'b')], session)
    expect(screensOf(bundle, after).map((_, index) => isReachable(bundle, after, index))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('waits for a video to be watched, and for a quiz to be passed', () => {
    const strict = withBehaviour({ navigation: 'restricted' }, { mustWatch: 90, mustScore: 60 })
    const seen = [show(page), show(video)]
    expect(open(seen, strict)).toBe(2)
    expect(open([...seen, watch([0, 3])], strict)).toBe(2)
    expect(open([...seen, watch([0, 3]), watch([2.5, 4])], strict)).toBe(3)
    const watched = [...seen, watch([0, 4]), show(quiz)]
    expect(open([...watched, ...wrong], strict)).toBe(3)
    expect(open([...watched, ...wrong, retry(quiz), ...right], strict)).toBe(4)
  })

  it('is over for whoever has completed the module', () => {
    const done = learn(bundle, [show(page), show(video), show(quiz), ...right])
    expect(openSteps(bundle, learn(bundle, [{ type: 'start-over', seed: 3 }], done))).toBe(4)
  })

  it('shows no screen that is closed, whatever a learner tries', () => {
    const strict = withBehaviour({ navigation: 'restricted', attempts: 2 }, { mustWatch: 50, mustScore: 80 })
    const deed = fc.oneof(
      fc.constantFrom(page, video, quiz, null).map((step) => show(step ?? null)),
      fc.constantFrom('a', 'b', 'c').map((id) => answer(first, id)),
      fc.subarray(['a', 'b', 'c', 'd']).map((ids) => answer(second, ...ids)),
      fc.constant(retry(quiz)),
      fc.tuple(fc.nat(4), fc.nat(4)).map(([start, end]) => watch([start, end])),
      fc.nat(99).map((seed): SessionAction => ({ type: 'start-over', seed })),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        let session = newSession(strict, 1)
        for (const one of deeds) {
          session = learn(strict, [one], session)
          const at = strict.steps.findIndex(({ id }) => id === session.place.step)
          expect((at < 0 ? strict.steps.length : at) + 1).toBeLessThanOrEqual(openSteps(strict, session))
        }
      }),
    )
  })
})

describe('attempts', () => {
  const bundle = withBehaviour({ attempts: 2 })
  const begun = [show(page), show(video), show(quiz), ...wrong]

  it('are as many as the author gives, and the last one stays as it is', () => {
    const once = learn(bundle, begun)
    expect(canRetry(bundle, once, quiz)).toBe(true)
    const twice = learn(bundle, [retry(quiz), answer(first, 'a'), answer(second, 'c')], once)
    expect(canRetry(bundle, twice, quiz)).toBe(false)
    expect(learn(bundle, [retry(quiz)], twice)).toEqual(twice)
    expect(learn(bundle, right, twice).responses).toEqual(twice.responses)
  })

  it('are not given back by starting over', () => {
    const twice = learn(bundle, [...begun, retry(quiz), ...wrong])
    const anew = learn(bundle, [{ type: 'start-over', seed: 9 }], twice)
    expect(canRetry(bundle, anew, quiz)).toBe(false)
    expect(anew.responses).toEqual(twice.responses)
    expect(anew.place.step).toBe(page)
  })

  it('that are used up keep nobody from the end', () => {
    const strict = withBehaviour({ navigation: 'restricted', attempts: 1 }, { mustScore: 100 })
    const session = learn(strict, begun)
    expect(stepsToDo(strict, session)).toEqual([])
    expect(openSteps(strict, session)).toBe(4)
    expect(resultOf(strict, session)).toMatchObject({ isComplete: true, success: 'failed', score: 0 })
  })
})

describe('completion', () => {
  it('by the end comes with the last screen, whatever was left out', () => {
    const bundle = withBehaviour({ completion: 'end' })
    expect(resultOf(bundle, learn(bundle, [show(page), show(quiz)])).isComplete).toBe(false)
    expect(resultOf(bundle, learn(bundle, [show(page), show(null)]))).toMatchObject({
      isComplete: true,
      progress: 100,
    })
  })

  it('by passing comes with the mark and not before it', () => {
    const bundle = withBehaviour({ completion: 'passed' })
    const failed = learn(bundle, [show(page), show(video), show(quiz), ...wrong])
    expect(resultOf(bundle, failed)).toMatchObject({ isComplete: false, success: 'failed', score: 0 })
    const passed = learn(bundle, [retry(quiz), ...right], failed)
    expect(resultOf(bundle, passed)).toMatchObject({ isComplete: true, success: 'passed', score: 100 })
  })

  it('by steps counts what a step asks for', () => {
    const bundle = withBehaviour({}, { mustWatch: 50, mustScore: 80 })
    const session = learn(bundle, [show(page), show(video), show(quiz), ...wrong])
    expect(stepsToDo(bundle, session)).toEqual([video, quiz])
    expect(resultOf(bundle, session)).toMatchObject({ isComplete: false, progress: 33 })
    const done = learn(bundle, [watch([0, 2.1]), retry(quiz), ...right], session)
    expect(resultOf(bundle, done)).toMatchObject({ isComplete: true, progress: 100 })
  })
})
