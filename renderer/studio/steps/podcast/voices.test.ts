import { expect, it } from 'vitest'
import type { Voices } from '../../../../shared/contract/media.ts'
import { isThere, twoVoices, voicesFor } from './voices.ts'

const voice = (id: string, language: string, quality: 'robotic' | 'natural' | 'unknown' = 'robotic') => ({
  id,
  name: id,
  language,
  quality,
})
const voices: Voices = {
  engines: [
    {
      name: 'espeak-ng',
      version: '1.51',
      voices: ['en-029', 'en-gb', 'en-gb-scotland', 'en-us', 'de', 'eo'].map((id) => voice(id, id)),
    },
    { name: 'piper', version: '1', voices: [voice('alba', 'en-GB', 'unknown')] },
  ],
  missing: [],
}

it('offers the voices of a language: natural before robotic, the usual country before others', () => {
  expect(voicesFor(voices, 'en').map(({ value }) => value)).toEqual([
    'piper:alba',
    ...['en-us', 'en-gb', 'en-029', 'en-gb-scotland'].flatMap((id) =>
      ['', '+f3', '+m3'].map((variant) => `espeak-ng:${id}${variant}`),
    ),
  ])
  expect(voicesFor(voices, 'fr')).toEqual([])
})

it('knows which voices are there, by any name a script may give them', () => {
  for (const name of ['espeak-ng:en-us', 'espeak-ng:en-us+f3', 'alba'])
    expect(isThere(voices, name)).toBe(true)
  for (const name of ['piper:amy', 'say:alba', '']) expect(isThere(voices, name)).toBe(false)
})

it('finds two who can be told apart, as far as there are any', () => {
  expect(twoVoices(voices, 'en-GB')).toEqual(['piper:alba', 'espeak-ng:en-us'])
  expect(twoVoices(voices, 'de')).toEqual(['espeak-ng:de', 'espeak-ng:de+f3'])
  expect(twoVoices(voices, 'fr')).toEqual(['fr', 'fr'])
})
