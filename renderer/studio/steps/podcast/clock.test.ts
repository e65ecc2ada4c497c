import { expect, it } from 'vitest'
import { clock } from './clock.ts'

it('writes seconds as players do', () => {
  expect([0, 4.6, 65, 600, 3725].map(clock)).toEqual(['0:00', '0:05', '1:05', '10:00', '1:02:05'])
})
