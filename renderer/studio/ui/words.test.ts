import { expect, test } from 'vitest'
import { daysAgo } from '../start/days-ago.ts'
import { problemWith } from '../steps/video/TimeField.tsx'
import { usualTarget } from '../publish/target.ts'
import { scaleToFit, sizeOf } from '../previewing/sizes.ts'
import { sendingProgress } from '../media/upload.ts'
import { inBytes } from './bytes.ts'
import { inWords } from './time-left.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [4210, '4.2 kB'],
  [999_900, '1.0 MB'],
  [52_428_800, '52 MB'],
  [2_147_483_648, '2.1 GB'],
])('%d bytes read as %s', (bytes, words) => expect(inBytes(bytes)).toBe(words))

test.each([
  [0.4, 'a moment'],
  [9.2, '10 seconds'],
  [61, 'a minute'],
  [610, '10 minutes'],
])('%d seconds left are %s', (seconds, words) => expect(inWords(seconds)).toBe(words))

test('a day is told as people count days', () => {
  const now = new Date(2026, 4, 10, 9).getTime()
  expect(daysAgo(new Date(2026, 4, 10, 1).getTime(), now)).toBe('Today')
  expect(daysAgo(new Date(2026, 4, 9, 23).getTime(), now)).toBe('Yesterday')
  expect(daysAgo(new Date(2026, 4, 5, 12).getTime(), now)).toBe('5 days ago')
})

test('a typed moment outside the recording is answered with the limit', () => {
  expect(problemWith(null, 0, 10)).toContain('1:07.300')
  expect(problemWith(11, 0, 10)).toBe('Not after 0:10.000')
  expect(problemWith(1, 2.5, 10)).toBe('Not before 0:02.500')
  expect(problemWith(10, 0, 10.0004)).toBeNull()
})

test('a module is published into a folder of its own kind, named after its title', () => {
  expect(usualTarget('/home/ada/Morsel', 'Café & co.', 'scorm12')).toBe(
    '/home/ada/Morsel/Published/cafe-co-scorm12.zip',
  )
  expect(usualTarget('C:\\Users\\Ada\\Morsel', '', 'web')).toBe(
    'C:\\Users\\Ada\\Morsel\\Published\\module-web.zip',
  )
})

test('a screen shrinks to fit and never grows', () => {
  expect(scaleToFit(sizeOf('phone'), { width: 2000, height: 2000 })).toBe(1)
  expect(scaleToFit(sizeOf('desktop'), { width: 640, height: 800 })).toBe(0.5)
})

test('sending tells how far and how long; then the core reads', () => {
  expect(sendingProgress('a.mp4', 25, 100, 2)).toMatchObject({ fraction: 0.25, secondsLeft: 6 })
  expect(sendingProgress('a.mp4', 100, 100, 8)).toMatchObject({ phase: 'Reading a.mp4', fraction: null })
})
