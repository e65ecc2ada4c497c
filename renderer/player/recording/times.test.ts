import { expect, it } from 'vitest'
import { clock, timeInWords } from './times.ts'

it('writes times as players do', () => {
  expect([0, 9.9, 80, 3723, -1].map(clock)).toEqual(['0:00', '0:09', '1:20', '1:02:03', '0:00'])
})

it('reads times out in the module’s language', () => {
  expect(timeInWords(80.7, 'en')).toBe('1 minute 20 seconds')
  expect(timeInWords(0, 'en')).toBe('0 seconds')
  expect(timeInWords(3600, 'de')).toBe('1 Stunde')
  expect(timeInWords(121, 'pl')).toBe('2 minuty 1 sekunda')
})
