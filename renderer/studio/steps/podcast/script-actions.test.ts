import { beforeEach, describe, expect, it } from 'vitest'
import { newScript } from '../../../../shared/podcast/new-script.ts'
import { type Line, type Script, scriptSchema } from '../../../../shared/podcast/script.ts'
import {
  addClip,
  addLine,
  addPause,
  addSpeaker,
  joinChapter,
  moveLine,
  recordLine,
  removeLine,
  removeSpeaker,
  renameSpeaker,
  splitLine,
  startChapter,
  unrecordLine,
} from './script-actions.ts'

let script: Script
const says = (place: number, text: string, speaker = 'Ana'): Line => ({
  place,
  kind: 'speech',
  speaker,
  text,
  source: { step: 'm.s', hash: `${place}` },
})
beforeEach(() => {
  script = {
    ...newScript({ title: 'Talk', language: 'en' }),
    speakers: [
      { name: 'Ana', voice: 'en', speed: 1 },
      { name: 'Ben', voice: 'en', speed: 1 },
    ],
    chapters: [
      { title: null, lines: [says(1, 'one')] },
      { title: 'B', lines: [says(2, 'two', 'Ben'), says(3, 'three')] },
    ],
  }
})
/** Titles and places: `B: 2 3`. */
const shape = () =>
  script.chapters.map(({ title, lines }) => `${title}: ${lines.map(({ place }) => place).join(' ')}`)

describe('lines', () => {
  it('are added after another by who speaks there, and at the end by the first', () => {
    expect(addLine(script, 2)).toBe(4)
    expect(addPause(script, 4)).toBe(5)
    expect(addClip(script, 5, 'asset.x')).toBe(6)
    expect(addLine(script, null)).toBe(7)
    expect(shape()).toEqual(['null: 1', 'B: 2 4 5 6 3 7'])
    expect(script.chapters[1]?.lines[1]).toMatchObject({ speaker: 'Ben', text: '', source: null })
    expect(scriptSchema.parse(script)).toEqual(script)
  })

  it('make a chapter and a speaker where there are none', () => {
    script = newScript({ title: '', language: 'de' })
    addLine(script, null)
    expect(script).toMatchObject({
      speakers: [{ name: 'Ana', voice: 'de' }],
      chapters: [{ title: null, lines: [{ speaker: 'Ana' }] }],
    })
  })

  it('move over the edges of chapters, and what was before the first heading goes when it is empty', () => {
    moveLine(script, 3, -1)
    expect(shape()).toEqual(['null: 1', 'B: 3 2'])
    moveLine(script, 3, -1)
    expect(shape()).toEqual(['null: 1 3', 'B: 2'])
    moveLine(script, 1, -1)
    expect(shape()).toEqual(['null: 1 3', 'B: 2'])
    moveLine(script, 3, 1)
    moveLine(script, 1, 1)
    expect(shape()).toEqual(['B: 1 3 2'])
    removeLine(script, 1)
    expect(shape()).toEqual(['B: 3 2'])
  })

  it('are parted in two at the place of the cursor', () => {
    script.chapters[0]?.lines.splice(0, 1, says(1, 'First half. Second half.'))
    expect(splitLine(script, 1, 11)).toBe(4)
    expect(script.chapters[0]?.lines).toMatchObject([
      { text: 'First half.', source: { hash: '1' } },
      { text: 'Second half.', source: null, speaker: 'Ana' },
    ])
  })

  it('become a recording and a voice again without losing words or source', () => {
    const before = structuredClone(script.chapters)
    recordLine(script, 2, 'asset.take')
    expect(script.chapters[1]?.lines[0]).toEqual({
      place: 2,
      kind: 'clip',
      file: 'asset.take',
      speaker: 'Ben',
      text: 'two',
      source: { step: 'm.s', hash: '2' },
      edit: null,
    })
    unrecordLine(script, 2)
    expect(script.chapters).toEqual(before)
  })
})

it('chapters begin at a line and are joined again', () => {
  startChapter(script, 3, 'C')
  expect(shape()).toEqual(['null: 1', 'B: 2', 'C: 3'])
  joinChapter(script, 2)
  joinChapter(script, 1)
  expect(shape()).toEqual(['null: 1 2 3'])
  startChapter(script, 1, 'A')
  expect(shape()).toEqual(['A: 1 2 3'])
  joinChapter(script, 0)
  expect(shape()).toEqual(['null: 1 2 3'])
})

it('speakers are added with new names, renamed in their lines, and leave their lines to the first', () => {
  expect(addSpeaker(script)).toBe('Cleo')
  renameSpeaker(script, 'Ben', 'Bo')
  expect(script.chapters[1]?.lines[0]).toMatchObject({ speaker: 'Bo' })
  removeSpeaker(script, 'Ana')
  expect(script.speakers.map(({ name }) => name)).toEqual(['Bo', 'Cleo'])
  expect(script.chapters[0]?.lines[0]).toMatchObject({ speaker: 'Bo' })
})
