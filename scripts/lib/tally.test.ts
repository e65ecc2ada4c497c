import { expect, test } from 'vitest'
import { emptyTally, inOneLine, judge, summarise } from './tally.mjs'

const clean = { ...emptyTally(), passed: 3 }

test('the last line sums up all runners', () => {
  const skipped = [{ name: 'window › opens', reason: 'Electron is not here' }]
  const { lines, failed } = summarise([
    judge('unit', clean, 0, 1),
    judge(
      'end to end',
      { ...clean, passed: 2, failures: [{ name: 'preview › opens', reason: 'no window' }], skipped },
      1,
      2,
    ),
  ])
  expect(lines.at(-1)).toBe('5 passed, 1 failed, 1 skipped')
  expect(lines).toContain('  skipped: window › opens: Electron is not here')
  expect(failed).toBe(1)
})

test('a runner that ran nothing has failed', () => {
  expect(judge('unit', { ...clean, passed: 0 }, 0, 0)).toMatchObject({ failed: 1 })
})

test('a runner that ended badly has failed though its tests passed', () => {
  expect(judge('unit', clean, 1, 0)).toMatchObject({ passed: 3, failed: 1 })
})

test('a skip without a reason is a failure that is named', () => {
  const outcome = judge('unit', { ...clean, skipped: [{ name: 'editor › types', reason: '' }] }, 0, 0)
  expect(outcome).toMatchObject({ failed: 1, skipped: [] })
  expect(outcome.remarks[0]).toContain('editor › types')
})

test('what passed at the second try only is named', () => {
  const outcome = judge(
    'end to end',
    { ...clean, again: [{ name: 'preview › opens', reason: 'no window' }] },
    0,
    1,
  )
  expect(outcome).toMatchObject({ passed: 3, failed: 0 })
  expect(summarise([outcome]).lines).toContain('  passed at the second try: preview › opens: no window')
})

test('what failed is named where the log ends, with what it said', () => {
  const failures = [
    { name: 'editor › types', reason: inOneLine('\u001b[31mexpected 1\u001b[39m\n  to be 2') },
  ]
  const { lines } = summarise([judge('unit', { ...clean, failures }, 1, 1)])
  expect(lines).toContain('  failed: editor › types: expected 1 to be 2')
})
