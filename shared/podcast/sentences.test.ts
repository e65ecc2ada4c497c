import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pronounced, sentencesOf } from './sentences.ts'
import { runsOf, withoutStress } from './stress.ts'

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
    ['en', 'It is 2 * 3. That is six.', ['It is 2 * 3.', 'That is six.']],
    ['en', 'One\u0000 two\u0007.\u001b Three.', ['One two.', 'Three.']],
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

  it('that are parted within stress are stressed on both sides', () => {
    const parts = sentencesOf(`${'word '.repeat(70)}*${'loud '.repeat(90).trim()}* and so on.`, 'en')
    const loud = parts.flatMap(runsOf).filter(({ isStressed }) => isStressed)
    expect(loud.map(({ text }) => text).join(' ')).toBe('loud '.repeat(90).trim())
    expect(parts.map(withoutStress).join(' ')).not.toContain('*')
    for (const before of [398, 399, 400, 401]) {
      const said = sentencesOf(`${'x'.repeat(before)}「*${'y'.repeat(500)}*`, 'ja')
        .map(withoutStress)
        .join('')
      expect(said).toBe(`${'x'.repeat(before)}「${'y'.repeat(500)}`)
    }
  })

  it('that are parted without blanks keep their characters whole', () => {
    const parts = sentencesOf(`x${'𝒙'.repeat(500)}`, 'en')
    expect(parts.every((part) => part.isWellFormed())).toBe(true)
    expect(parts.join('')).toBe(`x${'𝒙'.repeat(500)}`)
  })

  it('of exactly the length an engine takes are not parted', () => {
    const text = `${'word, '.repeat(66)}end.`
    expect(sentencesOf(`${text} Then.`, 'en')).toEqual([text, 'Then.'])
  })

  it('of any text lose nothing that is said', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    const anyText = fc.string({
      unit: fc.constantFrom('a', '𝒙', '1', '*', '.', ',', ' ', 'Dr. '),
      maxLength: 1500,
    })
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = sentencesOf(text, 'en')
        expect(letters(parts.join(''))).toBe(letters(text))
        expect(parts.every((part) => part.length <= 402 && part.isWellFormed())).toBe(true)
        const stars = (said: string) => said.split('*').length
        if (!withoutStress(text).includes('*')) expect(stars(parts.map(withoutStress).join(''))).toBe(1)
      }),
    )
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

it('says the longest word of the dictionary that stands there, and takes no sound for a word', () => {
  expect(pronounced('C, C++ and B', { C: 'see', 'C++': 'C plus plus', B: 'C' })).toBe(
    'see, C plus plus and C',
  )
  expect(pronounced('as it is', {})).toBe('as it is')
})
