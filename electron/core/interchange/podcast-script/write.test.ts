import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModule } from '../../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { createStep } from '../../../../shared/model/steps/index.ts'
import { draftScript } from '../../../../shared/podcast/draft.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { staleLines } from '../../../../shared/podcast/stale.ts'
import { anyRichText } from '../../../../test/harness/arbitrary-rich-text.ts'
import { anyEpisode, anyScript, scriptPaths } from '../../../../test/harness/generated-scripts.ts'
import { notesFor } from '../report.ts'
import { readScript } from './read.ts'
import { writeScript } from './write.ts'

function read(text: string) {
  const notes = notesFor('talk.md')
  const { script, episode } = readScript(text, { firstLine: 1, title: 'Talk', language: 'en', notes })
  return {
    script,
    episode,
    report: notes.lines.map(({ place, outcome, found }) => `${place} ${outcome} ${found}`),
  }
}
const withoutPlaces = (script: Script): Script => ({
  ...script,
  chapters: script.chapters.map((chapter) => ({
    ...chapter,
    lines: chapter.lines.map((line) => ({ ...line, place: 0 })),
  })),
})

describe('writing a script', () => {
  it('reads back as the same script, without a word in the report', () => {
    fc.assert(
      fc.property(anyScript(scriptPaths, scriptPaths), anyEpisode, (script, settings) => {
        const text = writeScript(script, settings)
        const { script: again, episode: usual, report } = read(text)
        expect(withoutPlaces(again)).toEqual(script)
        expect(usual).toEqual(settings)
        expect(report.filter((line) => !line.includes('changed #'))).toEqual([])
        expect(writeScript(again, usual)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps a draft and what it comes from', () => {
    fc.assert(
      fc.property(anyRichText, (body) => {
        const step = { ...createStep('page', { id: 'm.a', title: 'A' }), body } as ProjectRecord
        const module = { ...createModule({ id: 'm', title: 'T' }), steps: ['m.a'] }
        const draft = draftScript(module, { m: module, 'm.a': step }, { speakers: 2, language: 'en' })
        const { script, report } = read(writeScript(draft))
        expect(withoutPlaces(script)).toEqual(withoutPlaces(draft))
        expect(report).toEqual([])
        expect(staleLines(script, { m: module, 'm.a': step })).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('looks as an author would write it', () => {
    const text = `title: Value before price
language: en
voices:
  Ana: en-gb
music: media/intro.wav
---
# Opening
Ana: Welcome. <!-- from m.why 0a1b -->
(pause 1.5)

# The end {picture: media/end.png}
[clip media/x.wav {from: 1.5, to: 9, gain: -3, fadeOut: 2} | Ana: Bye.] <!-- from m.why 0a1c -->
(pause -0.5)
[clip media/y.wav]
`
    expect(writeScript(read(text).script)).toBe(text)
  })
})
