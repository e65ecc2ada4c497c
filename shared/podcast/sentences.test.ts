import { describe, expect, it } from 'vitest'
import { pronounced, sentencesOf } from './sentences.ts'
import { runsOf } from './stress.ts'

describe('sentences', () => {
  it.each([
    ['en', 'Welcome. Two minutes on value!  Ready?', ['Welcome.', 'Two minutes on value!', 'Ready?']],
    [
      'en',
      'Ask Dr. Smith, e.g. about 3.5 percent. Then go.',
      ['Ask Dr. Smith, e.g. about 3.5 percent.', 'Then go.'],
    ],
    ['de', 'Das ist z. B. so. Gut.', ['Das ist z. B. so.', 'Gut.']],
    ['ja', '見ました。次に進みます。', ['見ました。', '次に進みます。']],
    ['en', 'It is *very. Very* good. Yes.', ['It is *very. Very* good.', 'Yes.']],
    ['en', ' … ?! ', []],
    ['x-unknown', 'One. Two.', ['One.', 'Two.']],
  ])('of %s: %s', (language, text, expected) => {
    expect(sentencesOf(text, language)).toEqual(expected)
  })

  it('that are too long for an engine are parted between words, and lose none', () => {
    const text = Array.from({ length: 300 }, (_, at) => `word${at}${at % 40 === 39 ? ',' : ''}`).join(' ')
    const parts = sentencesOf(text, 'en')
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(400)
    expect(parts.join(' ')).toBe(text)
    expect(sentencesOf('x'.repeat(1000), 'en').join('')).toBe('x'.repeat(1000))
  })

  it('know what is stressed', () => {
    expect(runsOf('Say *this one* and 2 * 3.')).toEqual([
      { text: 'Say ', isStressed: false },
      { text: 'this one', isStressed: true },
      { text: ' and 2 * 3.', isStressed: false },
    ])
  })
})

it('says words of the dictionary otherwise: whole ones, in any case, in any script', () => {
  const dictionary = { SCORM: 'skorm', 'C++': 'C plus plus', Müller: 'Miller' }
  expect(pronounced('scorm, SCORMs, C++ and MÜLLER', dictionary)).toBe(
    'skorm, SCORMs, C plus plus and Miller',
  )
})
