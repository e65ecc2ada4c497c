import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import recording from '../../../resources/self-test/seek.mp4?url'
import { fixtureBundle } from '../../../test/fixtures/bundle.ts'
import type { MediaEvent } from '../tracking/types.ts'
import { listenToRecordings } from './recordings.ts'

let root: HTMLElement
let video: HTMLVideoElement
let told: MediaEvent[]
let leave: () => void
let resumeAt: number
let rests: number[]
const types = () => told.map(({ type }) => type)

beforeEach(() => {
  root = document.createElement('div')
  document.body.append(root)
  // Of this test alone: what another one's recording still has to tell comes late.
  const [events, places]: [MediaEvent[], number[]] = [[], []]
  told = events
  rests = places
  resumeAt = 0
  const step = fixtureBundle.steps.find(({ kind }) => kind === 'video')
  leave = listenToRecordings(
    {
      root,
      stepShown: () => step,
      tellMedia: (event) => events.push(event),
      tellPlayed(_, __, ___, second, isResting) {
        if (isResting) places.push(second)
        return false
      },
      resumeAt: () => resumeAt,
    },
    'video',
  )
  video = document.createElement('video')
  video.muted = true
  video.src = recording
  root.append(video)
})
afterEach(() => root.remove())

const atItsEnd = () => vi.waitFor(() => expect(video.ended).toBe(true), 10_000)

test('a recording that was played from its beginning to its end is told as completed, once', async () => {
  await video.play()
  await atItsEnd()
  await vi.waitFor(() => expect(types()).toEqual(['played', 'completed']))
  await video.play()
  await atItsEnd()
  expect(types().filter((type) => type === 'completed')).toHaveLength(1)
  expect(told.find(({ type }) => type === 'completed')?.played[0]?.[0]).toBe(0)
})

test('whoever jumps to its end did not complete it', async () => {
  await vi.waitFor(() => expect(video.readyState).toBeGreaterThan(0))
  video.currentTime = 1.5
  await vi.waitFor(() => expect(types()).toEqual(['seeked']))
  await video.play()
  await atItsEnd()
  expect(types()).toEqual(['seeked', 'played'])
})

test('leaving the screen pauses it, and says so', async () => {
  await video.play()
  leave()
  expect(video.paused).toBe(true)
  expect(types()).toEqual(['played', 'paused'])
})

test('goes on where it was left, which is no jump, and is left where it pauses and at its end at its beginning', async () => {
  resumeAt = 1
  await vi.waitFor(() => expect(video.currentTime).toBe(1))
  await vi.waitFor(() => expect(video.seeking).toBe(false))
  await video.play()
  video.pause()
  await vi.waitFor(() => expect(types()).toEqual(['played', 'paused']))
  expect(rests).toEqual([video.currentTime])
  resumeAt = video.currentTime
  await video.play()
  await atItsEnd()
  await vi.waitFor(() => expect(rests).toEqual([resumeAt, 0]))
})
