import { describe, expect, it } from 'vitest'
import { createModule } from '../model/module.ts'
import type { RecordMap } from '../model/records.ts'
import { fromPlainText } from '../model/richtext/text.ts'
import { createStep } from '../model/steps/index.ts'
import { draftScript } from './draft.ts'
import type { ClipLine, Script, SpeechLine } from './script.ts'
import { redraft, staleLines } from './stale.ts'

const old = {
  a: [
    'Buyers often ask about the price first.',
    'Restate the value before anything else.',
    'Then wait for them.',
  ],
  b: ['A smaller scope is better than a discount.'],
}
type Pages = Record<string, string[]>

function recordsOf(pages: Pages): RecordMap {
  const steps = Object.entries(pages).map(([key, lines]) => ({
    ...createStep('page', { id: `m.${key}`, title: `Step ${key}` }),
    body: fromPlainText(lines.join('\n')),
  }))
  const module = { ...createModule({ id: 'm', title: 'Price' }), steps: steps.map(({ id }) => id) }
  return Object.fromEntries([module, ...steps].map((record) => [record.id, record])) as RecordMap
}
function draft(): Script {
  const records = recordsOf(old)
  const { m: module } = records
  if (module?.type !== 'module') throw new Error('No module')
  return draftScript(module, records, { speakers: 2, language: 'en' })
}
const script = draft()
const line = (words: string, within = script) =>
  within.chapters
    .flatMap(({ lines }) => lines)
    .find((one) => one.kind === 'speech' && one.text === words) as SpeechLine
const staleTexts = (pages: Pages, within = script) =>
  staleLines(within, recordsOf(pages)).map(({ text }) => text)
const redrafted = (words: string, pages: Pages, within = script) =>
  redraft(within, line(words, within), recordsOf(pages))?.text ?? null

describe('lines whose source changed', () => {
  it('are those of the piece that changed and no others', () => {
    const [first = '', , third = ''] = old.a
    const pages = { ...old, a: [first, 'Restate the outcome before anything else.', third] }
    expect(staleTexts(pages)).toEqual(['Restate the value before anything else.'])
    expect(redrafted('Restate the value before anything else.', pages)).toBe(
      'Restate the outcome before anything else.',
    )
  })

  it('are not those whose piece moved, nor those that the author put in other words', () => {
    expect(staleTexts({ ...old, a: [...old.a].reverse() })).toEqual([])
    const edited: Script = {
      ...script,
      chapters: script.chapters.map((chapter) => ({
        ...chapter,
        lines: chapter.lines.map((one) =>
          one.kind === 'speech' ? { ...one, text: `${one.text} Really` } : one,
        ),
      })),
    }
    expect(staleTexts(old, edited)).toEqual([])
    expect(redrafted('Then wait for them. Really', old, edited)).toBe('Then wait for them.')
  })

  it('take their new words and what those come from, and keep their speaker', () => {
    const pages = { ...old, b: ['A smaller scope beats any discount.'] }
    const records = recordsOf(pages)
    const before = { ...line('A smaller scope is better than a discount.'), speaker: 'Cleo' }
    const after = redraft(script, before, records)
    expect(after).toMatchObject({
      speaker: 'Cleo',
      text: 'A smaller scope beats any discount.',
      place: before.place,
    })
    const replaced: Script = {
      ...script,
      chapters: script.chapters.map((chapter) => ({
        ...chapter,
        lines: chapter.lines.map((one) => (one.place === before.place && after ? after : one)),
      })),
    }
    expect(staleLines(script, records)).toHaveLength(1)
    expect(staleLines(replaced, records)).toEqual([])
  })

  it('find their piece by its place where nothing of it is left', () => {
    const [first = '', , third = ''] = old.a
    const pages = { ...old, a: [first, 'Silence helps.', third] }
    expect(redrafted('Restate the value before anything else.', pages)).toBe('Silence helps.')
  })

  it('have no words when the piece or the step is gone', () => {
    const [first = '', second = ''] = old.a
    expect(staleTexts({ ...old, a: [first, second] })).toEqual(['Then wait for them.'])
    expect(redrafted('Then wait for them.', { ...old, a: [first, second] })).toBeNull()
    const { b: _gone, ...rest } = old
    expect(staleTexts(rest)).toEqual(['Next: Step b.', 'A smaller scope is better than a discount.'])
    expect(redrafted('A smaller scope is better than a discount.', rest)).toBeNull()
  })

  it('are those that were recorded, too; with new words a voice says them', () => {
    const pages = { ...old, b: ['A smaller scope beats any discount.'] }
    const spoken = line('A smaller scope is better than a discount.')
    const clip: ClipLine = { ...spoken, kind: 'clip', file: 'asset.1', edit: null }
    const recorded = (changes: Partial<ClipLine>): Script => ({
      ...script,
      chapters: script.chapters.map((chapter) => ({
        ...chapter,
        lines: chapter.lines.map((one) => (one === spoken ? { ...clip, ...changes } : one)),
      })),
    })
    expect(staleLines(recorded({}), recordsOf(old))).toEqual([])
    expect(staleLines(recorded({}), recordsOf(pages))).toEqual([clip])
    expect(staleLines(recorded({ source: null }), recordsOf(pages))).toEqual([])
    const { place, speaker } = spoken
    expect(redraft(recorded({}), clip, recordsOf(pages))).toEqual({
      place,
      kind: 'speech',
      speaker,
      text: 'A smaller scope beats any discount.',
      source: { step: 'm.b', hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
    })
    const unnamed = { ...clip, speaker: null, text: null }
    expect(redraft(recorded(unnamed), unnamed, recordsOf(pages))).toMatchObject({ speaker: 'Ana' })
  })

  it('are never those written by hand', () => {
    expect(line('Welcome to “Price”.').source).toBeNull()
    expect(redrafted('Welcome to “Price”.', old)).toBeNull()
    expect(staleTexts({ a: ['Else.'] })).not.toContain('Welcome to “Price”.')
  })
})
