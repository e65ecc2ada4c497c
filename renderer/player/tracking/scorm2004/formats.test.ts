import { expect, test } from 'vitest'
import { moment } from './formats.ts'

test('a moment is in UTC, to the hundredth of a second', () => {
  expect(moment(new Date(Date.UTC(2026, 10, 25, 15, 0, 0, 129)))).toBe('2026-11-25T15:00:00.12Z')
})
