import { expect, it } from 'vitest'
import { spokenChapters } from './turns.ts'

const cue = (start: number, speaker: string | null, text: string) => ({
  start,
  end: start + 1,
  speaker,
  text,
})

it('what one speaker says is one paragraph, until another speaks or a chapter begins', () => {
  const cues = [
    cue(0, 'Ana', 'One.'),
    cue(1, 'Ana', 'Two.'),
    cue(2, 'Ben', 'Three.'),
    cue(3.98, 'Ben', 'Four.'),
  ]
  const chapters = [
    { start: 0, title: 'Begin' },
    { start: 4, title: 'End' },
  ]
  const texts = spokenChapters({ chapters, cues }).map(({ title, turns }) => [
    title,
    turns.map((turn) => [turn.speaker, turn.cues.map(({ text }) => text).join(' ')]),
  ])
  expect(texts).toEqual([
    [
      'Begin',
      [
        ['Ana', 'One. Two.'],
        ['Ben', 'Three.'],
      ],
    ],
    ['End', [['Ben', 'Four.']]],
  ])
})

it('is one part without chapters, and none without words', () => {
  expect(spokenChapters({ chapters: [], cues: [cue(0, null, 'Hello.')] })).toMatchObject([{ title: null }])
  expect(spokenChapters({ chapters: [{ start: 0, title: 'Music' }], cues: [] })).toEqual([])
})
