import { expect, test } from 'vitest'
import { decimal, identifier, patternValues } from './formats.ts'

test('a decimal has three digits before the point and two after it at most, and never an exponent', () => {
  expect([1, 33.33, 100, 1000, -5, 1e-7].map((value) => decimal(value))).toEqual([
    '1',
    '33.33',
    '100',
    '999.99',
    '0',
    '0',
  ])
  expect(decimal(0.66667, 4)).toBe('0.6667')
})

test('an identifier is printable ASCII without white space', () => {
  expect(identifier('m.check.q1')).toBe('m.check.q1')
  expect(identifier('a b\u00fc')).toBe('a_b_')
  expect(identifier('x'.repeat(300))).toHaveLength(255)
})

test('a pattern is told once', () => {
  expect(patternValues([['a', 'b'], ['c'], ['a', 'b']], '[,]')).toEqual([
    ['correct_responses.0.pattern', 'a[,]b'],
    ['correct_responses.1.pattern', 'c'],
  ])
})
