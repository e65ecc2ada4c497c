import { expect, it } from 'vitest'
import { hintFor, levelOf, noiseOf, peakOf } from './judge.ts'

const tone = (amplitude: number) =>
  Float32Array.from({ length: 4800 }, (_, at) => amplitude * Math.sin(at / 7))

it('measures peak and power in decibels of full scale', () => {
  expect(peakOf(tone(0.5))).toBeCloseTo(-6, 1)
  expect(levelOf(tone(1))).toBeCloseTo(-3, 1)
  expect([peakOf(new Float32Array(9)), levelOf(new Float32Array(0))]).toEqual([-90, -90])
})

it('takes for noise what is there most of the time', () => {
  expect(noiseOf([-60, -61, -20, -59, -60])).toBe(-60)
  expect(noiseOf([])).toBeNull()
})

it('has a hint for what is wrong with a take, and none for a good one', () => {
  expect(hintFor({ peak: 0, noise: -60 })).toContain('too loud')
  expect(hintFor({ peak: -90, noise: -90 })).toContain('Nothing is to be heard')
  expect(hintFor({ peak: -40, noise: -60 })).toContain('very quiet')
  expect(hintFor({ peak: -12, noise: -38.4 })).toContain('-38 dB')
  expect(hintFor({ peak: -12, noise: -60 })).toBeNull()
  expect(hintFor({ peak: -12, noise: null })).toBeNull()
})
