import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPassed, readablePercent, scoreOf } from './score.ts'
import { shuffled } from './shuffle.ts'

const question = (id: string, points: number) => ({
  id,
  kind: 'single-choice' as const,
  points,
  choices: [
    { id: 'a', credit: 100 },
    { id: 'b', credit: 50 },
    { id: 'c', credit: 0 },
  ],
})

describe('the score of a quiz', () => {
  it('weighs questions by their points', () => {
    const questions = [question('one', 1), question('two', 3)]
    expect(scoreOf(questions, { one: ['a'], two: ['c'] })).toBe(25)
    expect(scoreOf(questions, { one: ['c'], two: ['b'] })).toBe(37.5)
    expect(scoreOf(questions, { two: ['a'] })).toBe(75)
  })

  it('has two decimals at most, which every edition of SCORM takes', () => {
    const questions = [question('one', 1), question('two', 1), question('three', 1)]
    expect(scoreOf(questions, { one: ['a'] })).toBe(33.33)
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            points: fc.double({ min: 0, max: 1000, noNaN: true }),
            pick: fc.constantFrom('a', 'b', 'c'),
          }),
        ),
        (picks) => {
          const asked = picks.map(({ points }, place) => question(String(place), points))
          const score = scoreOf(asked, Object.fromEntries(picks.map(({ pick }, place) => [place, [pick]])))
          if (score === null) return
          expect(String(score)).toMatch(/^\d{1,3}(\.\d{1,2})?$/)
          expect(score).toBeLessThanOrEqual(100)
        },
      ),
    )
  })

  it('is none when nothing is worth anything', () => {
    expect(scoreOf([], {})).toBeNull()
    expect(scoreOf([question('one', 0)], { one: ['a'] })).toBeNull()
  })

  it('passes at the mark and not below it', () => {
    expect(isPassed(70, 70)).toBe(true)
    expect(isPassed(69.99, 70)).toBe(false)
    expect(isPassed(70, null)).toBeNull()
    expect(isPassed(null, 70)).toBeNull()
  })

  it('is never shown rounded over the pass mark', () => {
    expect(readablePercent(66.67, null)).toBe(67)
    expect(readablePercent(66.67, 67)).toBe(66.67)
    expect(readablePercent(66.67, 60)).toBe(67)
  })
})

describe('shuffling', () => {
  it('keeps every item, and gives the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const order = shuffled(items, seed)
        expect(new Set(order)).toEqual(new Set(items))
        expect(order).toHaveLength(items.length)
        expect(shuffled(items, seed)).toEqual(order)
      }),
    )
  })

  it('brings every item to every place about equally often', () => {
    const firsts: Record<string, number> = {}
    for (let seed = 0; seed < 4000; seed++) {
      const [first = ''] = shuffled(['a', 'b', 'c', 'd'], `${seed}.0.m.q`)
      firsts[first] = (firsts[first] ?? 0) + 1
    }
    for (const count of Object.values(firsts)) expect(count).toBeGreaterThan(880)
  })
})
