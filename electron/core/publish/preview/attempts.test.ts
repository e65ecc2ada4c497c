import { expect, test } from 'vitest'
import { unpackSession } from '../../../../shared/activity/suspend/unpack.ts'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { fixtureBundle } from '../../../../test/fixtures/bundle.ts'
import { attemptAt, prepareAttempts } from './attempts.ts'

const attempts = prepareAttempts(fixtureBundle)
const sessionOf = (start: keyof typeof attempts) =>
  unpackSession(fixtureBundle, attempts[start]?.packed ?? '') ?? null

test('who passed answered everything right and is on the results', () => {
  expect(attempts.passed).toMatchObject({ isComplete: true, success: 'passed', score: 100, step: null })
  expect(sessionOf('passed')?.responses['price.check.q1']).toEqual(['a'])
})

test('who failed answered everything wrong', () => {
  expect(attempts.failed).toMatchObject({ isComplete: true, success: 'failed', step: null })
  expect(attempts.failed?.score).toBeLessThan(70)
})

test('who comes back is in the middle, with the rest to do', () => {
  expect(attempts.returning).toMatchObject({ isComplete: false, success: null, score: null })
  const session = sessionOf('returning')
  expect(session?.place.step).toBe('price.check')
  expect(session?.visited).toEqual(['price.why', 'price.watch', 'price.check'])
  expect(session?.responses).toEqual({})
})

test('who was there before keeps what still applies, and is not on the step that is gone', () => {
  const session = sessionOf('older-version')
  expect(session?.visited).toEqual(['price.why'])
  expect(fixtureBundle.steps.map(({ id }) => id)).not.toContain(attempts['older-version']?.step)
})

test('modules that cannot have such learners have none', () => {
  const [page] = fixtureBundle.steps
  const small: Bundle = { ...fixtureBundle, steps: page ? [page] : [] }
  expect(prepareAttempts(small)).toMatchObject({
    returning: null,
    failed: null,
    'older-version': null,
    passed: { isComplete: true },
  })
})

test('where steps open one after the other, learners still get to their place', () => {
  const restricted: Bundle = {
    ...fixtureBundle,
    behaviour: { ...fixtureBundle.behaviour, navigation: 'restricted' },
    steps: fixtureBundle.steps.map((step) => (step.kind === 'video' ? { ...step, mustWatch: 100 } : step)),
  }
  const prepared = prepareAttempts(restricted)
  expect(prepared.passed).toMatchObject({ isComplete: true, success: 'passed' })
  expect(prepared['older-version']?.packed).toBeTruthy()
})

test('a learner can be sent to a step', () => {
  const { packed } = attemptAt(fixtureBundle, 'price.watch')
  expect(unpackSession(fixtureBundle, packed)?.place.step).toBe('price.watch')
})
