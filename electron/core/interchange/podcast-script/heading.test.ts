import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scriptPaths, scriptWords } from '../../../../test/harness/generated-scripts.ts'
import { notesFor } from '../report.ts'
import { readHeading, writeHeading } from './heading.ts'

function read(heading: string) {
  const notes = notesFor('talk.md')
  const { title, picture = null } = readHeading(heading, 7, notes)
  return [title, picture, ...notes.lines.map(({ place, outcome, found }) => `${place} ${outcome} ${found}`)]
}

describe('a heading', () => {
  it.each([
    ['Opening', 'Opening', null],
    ['Opening {picture: media/one.png}', 'Opening', 'media/one.png'],
    ['Opening { picture:one.png }', 'Opening', 'one.png'],
    ['{picture: one.png}', '', 'one.png'],
    ['Sets {a} {picture: one 2.png}', 'Sets {a}', 'one 2.png'],
    [String.raw`Opening {picture: "a, {b} \"c\".png"}`, 'Opening', 'a, {b} "c".png'],
    ['How {picture: x} works {}', 'How {picture: x} works', null],
    ['Sets {picture: x} {}', 'Sets {picture: x}', null],
    ['Sets {1, 2}', 'Sets {1, 2}', null],
    ['A{picture: x}', 'A{picture: x}', null],
    ['{}', '', null],
  ])('%s', (heading, title, picture) => {
    expect(read(heading)).toEqual([title, picture])
  })

  it('tells of what it does not know, and loses nothing of it', () => {
    expect(read('Sets {a: b}')).toEqual(['Sets {a: b}', null, 'line 7 changed {a: b}'])
    expect(read('One {pictures: x.png}')).toEqual([
      'One {pictures: x.png}',
      null,
      'line 7 changed {pictures: x.png}',
    ])
    expect(read('One {picture: x.png, alt: X, picture: y.png}')).toEqual([
      'One',
      'x.png',
      'line 7 left-out alt: X',
      'line 7 left-out picture: y.png',
    ])
    expect(read('One {picture: }')).toEqual(['One', null, 'line 7 left-out picture:'])
    expect(read(String.raw`One {picture: "\x.png"}`)).toEqual(['One', String.raw`\x.png`])
  })

  it('of any length is read in no time worth telling', () => {
    const heading = 'a {"'.repeat(500_000)
    expect(read(heading)[0]).toBe(heading)
  })

  it('reads back as the same title and picture, without a word', () => {
    const titles = fc.oneof(
      fc.constant(''),
      scriptWords,
      fc.tuple(scriptWords, scriptWords).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(titles, fc.option(scriptPaths, { nil: undefined }), (title, picture) => {
        expect(read(writeHeading({ title, picture }))).toEqual([title, picture ?? null])
      }),
      { numRuns: 2000 },
    )
  })
})
