import { parse } from 'gift-pegjs'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../../scripts/lib/node.mjs'
import { plainInline } from '../../../../shared/model/richtext/text.ts'
import { decodeText } from '../files/decode.ts'
import { notesFor } from '../report.ts'
import { readGift } from './read.ts'

const folder = join(process.env.MORSEL_CORPORA ?? join(root, '../shared/corpora'), 'quiz')
const isThere = existsSync(folder)
const files = isThere ? globSync('gift/**/*.{gift,gift.txt}', { cwd: folder }).sort() : []

const absent = isThere ? '' : ' (needs the corpora in ../shared/corpora)'
const letters = (words: string) => words.replace(/<[^>]*>|&\w+;|[^\p{L}\p{N}]/gu, '')

function read(file: string) {
  const notes = notesFor(file)
  const text = decodeText(readFileSync(join(folder, file)), { name: file, notes })
  const questions = readGift(text, {
    line: 1,
    language: 'en',
    notes,
    image: () => null,
    takeId: (key, exact) => exact ?? `m.s.${key}`,
  })
  return { text, questions, report: notes.lines }
}

/** What the strict reader makes of the text, or null when it refuses it. */
function strictly(text: string) {
  try {
    return parse(text)
  } catch {
    return null
  }
}

describe.skipIf(!isThere)(`GIFT files of other programs${absent}`, () => {
  test('there are files to read', () => expect(files.length).toBeGreaterThan(20))

  test.each(files)('%s: every question is taken or reported', (file) => {
    const { text, questions, report } = read(file)
    const expected = strictly(text)
    const refused = report.filter(
      ({ outcome, message }) => outcome === 'left-out' && /was left out|^Categories/.test(message),
    )
    if (!expected) return expect(questions.length + refused.length).toBeGreaterThan(0)
    expect(questions.length + refused.length, JSON.stringify(report, null, 1)).toBe(expected.length)
  })

  test.each(files)('%s: choices and weights are those a strict reader finds', (file) => {
    const { text, questions } = read(file)
    const expected = strictly(text)?.filter(({ type }) => type === 'MC' || type === 'TF')
    if (!expected) return
    expect(questions).toHaveLength(expected.length)
    expected.forEach((wanted, index) => {
      const choices = questions[index]?.choices ?? []
      if (wanted.type === 'TF')
        expect(choices.map(({ credit }) => credit)).toEqual(wanted.isTrue ? [100, 0] : [0, 100])
      if (wanted.type !== 'MC') return
      expect(choices.map(({ credit }) => credit)).toEqual(
        wanted.choices.map(({ isCorrect, weight }) => weight ?? (isCorrect ? 100 : 0)),
      )
      expect(choices.map(({ text: words }) => letters(plainInline(words)))).toEqual(
        wanted.choices.map(({ text: words }) => letters(words.text)),
      )
    })
  })
})
