import { expect, test } from 'vitest'
import { formatMoment, parseMoment } from './moment.ts'

test.each([
  ['0:12.500', 12.5],
  ['1:07.3', 67.3],
  ['1:20', 80],
  ['12', 12],
  ['12.5', 12.5],
  ['75', 75],
  ['0:02,250', 2.25],
  ['1:02:03.004', 3723.004],
  [' 0:00.000 ', 0],
  ['0:01.0005', 1.001],
])('%s is %d seconds', (text, seconds) => {
  expect(parseMoment(text)).toBe(seconds)
})

test.each(['', 'soon', '1:7', '1:60', '1:2:03', '1:60:00', '-1', '1.2.3', '1:00.', ':30'])(
  '“%s” is no moment',
  (text) => {
    expect(parseMoment(text)).toBeNull()
  },
)

test.each([
  [0, '0:00.000'],
  [67.3, '1:07.300'],
  [59.9996, '1:00.000'],
  [3723.004, '1:02:03.004'],
])('%d seconds is written %s', (seconds, text) => {
  expect(formatMoment(seconds)).toBe(text)
})
