import { expect, test } from 'vitest'
import { desktopStudio, targets, targetsCalled } from './targets.mjs'

test('what the studio is started with are targets that there are, and all of them', () => {
  const called = desktopStudio.flatMap((word) => {
    const found = targetsCalled(word)
    expect(found, word).not.toEqual([])
    return found
  })
  expect(called.map(({ name }) => name).toSorted()).toEqual(targets.map(({ name }) => name).toSorted())
})

test('a word names one target or a group, and nothing that merely begins like it', () => {
  expect(targetsCalled('preview').map(({ name }) => name)).toEqual(['preview'])
  expect(targetsCalled('offline').map(({ name }) => name)).toEqual(['offline-worker', 'offline-register'])
  expect(targetsCalled('play')).toEqual([])
})
