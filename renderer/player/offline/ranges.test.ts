import { expect, it } from 'vitest'
import { isWhole, partHeaders, rangeOf } from './ranges.ts'

it.each([
  ['bytes=0-', [0, 99]],
  ['bytes=10-19', [10, 19]],
  ['bytes=90-500', [90, 99]],
  ['bytes=-20', [80, 99]],
  ['bytes=-500', [0, 99]],
  ['bytes=99-', [99, 99]],
])('reads %s of 100 bytes', (header, part) => {
  expect(rangeOf(header, 100)).toEqual(part)
})

it.each(['bytes=100-', 'bytes=20-10', 'bytes=-', 'bytes=1-2,5-6', 'words=1-2', 'bytes=-0'])(
  'finds no part in %s',
  (header) => {
    expect(rangeOf(header, 100)).toBeNull()
  },
)

it('knows a request for everything, which is what a player asks first', () => {
  expect(['bytes=0-', 'bytes=0-99', 'bytes=0-1000', null].map((header) => isWhole(header, 100))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['bytes=0-1', 'bytes=1-', 'bytes=-99'].map((header) => isWhole(header, 100))).toEqual([
    false,
    false,
    false,
  ])
})

it('says exactly which part an answer is', () => {
  expect(partHeaders('video/mp4', [10, 19], 100)).toEqual({
    'content-type': 'video/mp4',
    'content-range': 'bytes 10-19/100',
    'content-length': '10',
    'accept-ranges': 'bytes',
  })
})
