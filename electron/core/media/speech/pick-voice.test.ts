import { describe, expect, it } from 'vitest'
import type { SpeechEngine } from './engine.ts'
import { pickVoice, type Present } from './pick-voice.ts'

const engine = (name: string, howToGet: string | null = `Install ${name}.`): SpeechEngine => ({
  name,
  howToGet,
  version: async () => '1',
  voices: async () => [],
  speak: async () => {},
})
const present = (name: string, voices: [id: string, language: string][]): Present => ({
  engine: engine(name),
  version: '1',
  voices: voices.map(([id, language]) => ({ id, name: id, language, quality: 'unknown' })),
})
const engines = [
  present('piper', [['alba', 'en-GB']]),
  present('espeak-ng', [
    ['af', 'af'],
    ['en-gb', 'en-gb'],
    ['en-us', 'en-us'],
    ['de', 'de'],
  ]),
]
const voiceOf = (voice: string) => {
  const picked = pickVoice(engines, { name: 'Ana', voice }, [])
  return `${picked.engine.name}:${picked.voice}`
}

describe('the voice of a speaker', () => {
  it.each([
    ['alba', 'piper:alba'],
    ['ALBA', 'piper:alba'],
    ['en-GB', 'espeak-ng:en-gb'],
    ['espeak-ng:en-us', 'espeak-ng:en-us'],
    ['en-us+f3', 'espeak-ng:en-us+f3'],
    ['espeak-ng:de-AT', 'espeak-ng:de'],
    ['en', 'piper:alba'],
    ['de', 'espeak-ng:de'],
  ])('%s is %s', (wanted, picked) => {
    expect(voiceOf(wanted)).toBe(picked)
  })

  it('that nobody has says what there is', () => {
    expect(() => voiceOf('espeak-ng:klingon')).toThrow(
      'There is no voice “espeak-ng:klingon” for Ana. There is espeak-ng with af, en-gb, en-us, de; name one of these',
    )
    expect(() => voiceOf('nobody')).toThrow('There is piper with alba; espeak-ng with')
  })

  it('without anything that speaks says how to get it', () => {
    const missing = [engine('say', null), engine('espeak-ng')]
    expect(() => pickVoice([], { name: 'Ana', voice: 'en' }, missing)).toThrow(
      'Nothing on this machine can speak. Install espeak-ng.',
    )
  })
})
