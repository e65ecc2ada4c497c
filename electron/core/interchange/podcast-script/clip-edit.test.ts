import { describe, expect, it } from 'vitest'
import type { Script } from '../../../../shared/podcast/script.ts'
import { notesFor } from '../report.ts'
import { readScript } from './read.ts'

function read(text: string) {
  const notes = notesFor('talk.md')
  const { script } = readScript(text, { firstLine: 1, title: 'Talk', language: 'en', notes })
  return {
    script,
    report: notes.lines.map(({ place, outcome, found }) => `${place} ${outcome} ${found}`),
  }
}
const linesOf = (script: Script) => script.chapters.flatMap(({ lines }) => lines)
describe('what was done to sound by hand', () => {
  it('takes what was done to recordings, pauses that cross over, levels and denoise', () => {
    const { script, report } = read(`voices: { Ana: en }
music: { bed: a.wav, level: -6 }
denoise: true
---
[clip media/a.wav {from: 1.5, to: 0:09, gain: −3, fadeIn: 0.5,fadeOut:2} | Ana: Hi.] <!-- from m.why 0a1b -->
(pause -0.5)
[clip take {2}.wav]
[clip take {2} {}]
[clip a.wav {gain: 2.5} | : Remember: this]
`)
    expect(report).toEqual([])
    expect(script).toMatchObject({ denoise: true, music: { bed: 'a.wav', level: -6, duck: 12 } })
    const edit = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }
    const clip = { kind: 'clip', speaker: null, text: null, source: null, edit: null }
    expect(linesOf(script)).toEqual([
      {
        ...clip,
        place: 5,
        file: 'media/a.wav',
        speaker: 'Ana',
        text: 'Hi.',
        source: { step: 'm.why', hash: '0a1b' },
        edit: { start: 1.5, end: 9, gain: -3, fadeIn: 0.5, fadeOut: 2 },
      },
      { place: 6, kind: 'pause', seconds: -0.5 },
      { ...clip, place: 7, file: 'take {2}.wav' },
      { ...clip, place: 8, file: 'take {2}' },
      { ...clip, place: 9, file: 'a.wav', text: 'Remember: this', edit: { ...edit, gain: 2.5 } },
    ])
  })

  it('has the usual where an edit, a level or a pause cannot be', () => {
    const { script, report } = read(`voices: { Ana: en }
music: { bed: a.wav, level: 20 }
denoise: perhaps
---
[clip a.wav {from: soon, to: 1e9, gain: 99, fadeIn: -1, fadeOut: 31, pan: 3, gain: 2}]
[clip a.wav {from: 9, to: 3}]
[clip a.wav {from: 0}]
[clip {from: 1}]
(pause -30)
(pause −0)
(pause --1)
`)
    const edit = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }
    expect(script).toMatchObject({ denoise: false, music: { level: 0 } })
    expect(linesOf(script)).toMatchObject([
      { file: 'a.wav', edit },
      { file: 'a.wav', edit: { ...edit, start: 9 } },
      { file: 'a.wav', edit },
      { file: '{from: 1}', edit: null },
      { kind: 'pause', seconds: -10 },
      { kind: 'pause', seconds: 0 },
    ])
    expect(report).toEqual([
      'line 2 left-out music: level: 20',
      'line 3 left-out denoise: perhaps',
      'line 5 left-out from: soon',
      'line 5 left-out to: 1e9',
      'line 5 left-out gain: 99',
      'line 5 left-out fadeIn: -1',
      'line 5 left-out fadeOut: 31',
      'line 5 left-out pan: 3',
      'line 5 left-out gain: 2',
      'line 6 left-out to: 3',
      'line 9 changed (pause -30)',
      'line 11 left-out (pause --1)',
    ])
  })
})
