import { expect, it } from 'vitest'
import type { Placed } from './timeline.ts'
import { duckingOf, envelopeRate } from './ducking.ts'

const says = (seconds: number, start: number): Placed => ({
  sound: { path: '', samples: seconds * 48_000, rate: 48_000, channels: 1 },
  from: 0,
  samples: seconds * 48_000,
  start,
  gain: 0,
  fadeIn: 0,
  fadeOut: 0,
  kind: 'speech',
  speaker: 'Ana',
  text: 'Words.',
  place: 1,
})

it('keeps music down over short pauses, and lets it come back in long ones', () => {
  const timeline = { seconds: 12, placed: [says(1, 1), says(1, 3), says(1, 8)], duck: 20 }
  const envelope = duckingOf(timeline)
  const at = (seconds: number) => envelope[Math.round(seconds * envelopeRate)] ?? 0
  expect(at(0.5)).toBe(1)
  for (const low of [1, 1.5, 2.5, 4, 8, 9]) expect(at(low)).toBeCloseTo(0.1, 5)
  expect(at(6)).toBe(1)
  expect(at(0.9)).toBeCloseTo(10 ** (-10 / 20), 1)
  expect(at(11)).toBe(1)
})
