import { expect, test } from 'vitest'
import { fromPlainText } from '../../../../shared/model/richtext/text.ts'
import { countWords, readingTime } from './reading.ts'

test('words are counted as the language separates them; pictures say none', () => {
  expect(countWords(fromPlainText('Don’t wash your hands: rub them, 20 seconds.'), 'en')).toBe(8)
  expect(countWords(fromPlainText('手を洗いましょう'), 'ja')).toBeGreaterThan(1)
  expect(countWords([{ type: 'image', asset: 'asset.1', alt: 'Two hands', decorative: false }], 'en')).toBe(0)
})

test('reading time is said as people say it', () => {
  expect(readingTime(40)).toBe('a few seconds')
  expect(readingTime(110)).toBe('about half a minute')
  expect(readingTime(200)).toBe('about a minute')
  expect(readingTime(300)).toBe('about 1.5 minutes')
  expect(readingTime(1000)).toBe('about 5 minutes')
})
