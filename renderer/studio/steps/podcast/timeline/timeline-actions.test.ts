import { beforeEach, expect, it } from 'vitest'
import { newScript } from '../../../../../shared/podcast/new-script.ts'
import { type Script, scriptSchema } from '../../../../../shared/podcast/script.ts'
import { findLine } from '../script-actions.ts'
import { editClip, gapOf, moveBy, setGap, trimBy } from './timeline-actions.ts'

let script: Script
beforeEach(() => {
  script = {
    ...newScript({ title: 'Talk', language: 'en' }),
    chapters: [
      {
        title: 'A',
        lines: [
          { place: 1, kind: 'speech', speaker: 'Ana', text: 'One', source: null },
          { place: 2, kind: 'clip', file: 'a', speaker: null, text: null, source: null, edit: null },
        ],
      },
    ],
  }
})
const edit = () => {
  const line = findLine(script, 2)?.line
  return line?.kind === 'clip' ? line.edit : undefined
}

it('moves a line by the silence before it, which is one pause however often it is moved', () => {
  setGap(script, 2, 1.234)
  setGap(script, 2, -0.5)
  setGap(script, 1, 99)
  expect(script.chapters[0]?.lines).toMatchObject([
    { kind: 'pause', seconds: 60 },
    { place: 1 },
    { kind: 'pause', seconds: -0.5 },
    { place: 2 },
  ])
  const places = script.chapters[0]?.lines.map(({ place }) => place)
  expect(new Set(places).size).toBe(4)
  expect(scriptSchema.parse(script)).toEqual(script)
})

it('moves a line from where it is by now, however long ago it was laid out', () => {
  for (let press = 0; press < 5; press++) moveBy(script, 2, 0.1, 0.45)
  expect(gapOf(script, 2, 0.45)).toBe(0.95)
  expect(gapOf(script, 1, 0.2)).toBe(0.2)
})

it('trims a recording from where it is by now', () => {
  for (let drag = 0; drag < 2; drag++) trimBy(script, 2, { end: 'start', seconds: 0.5 }, 4)
  trimBy(script, 2, { end: 'end', seconds: -1 }, 4)
  expect(edit()).toMatchObject({ start: 1, end: 3 })
  trimBy(script, 1, { end: 'end', seconds: -1 }, 4)
  expect(findLine(script, 1)?.line).not.toHaveProperty('edit')
})

it('trims, fades and lifts a recording within what it has', () => {
  editClip(script, 2, { start: 1.006, gain: -3 }, 4)
  expect(edit()).toEqual({ start: 1.01, end: null, gain: -3, fadeIn: 0, fadeOut: 0 })
  editClip(script, 2, { end: 3, fadeIn: 1.5, fadeOut: 9 }, 4)
  expect(edit()).toEqual({ start: 1.01, end: 3, gain: -3, fadeIn: 1.5, fadeOut: 0.49 })
  editClip(script, 2, { start: 8, end: 99 }, 4)
  expect(edit()).toMatchObject({ start: 3.9, end: null, fadeIn: 0.1, fadeOut: 0 })
  expect(scriptSchema.parse(script)).toEqual(script)
})

it('is no edit once it does nothing any more', () => {
  editClip(script, 2, { gain: 2 }, 4)
  editClip(script, 2, { gain: 0 }, 4)
  expect(edit()).toBeNull()
  editClip(script, 1, { gain: 2 }, 4)
  expect(findLine(script, 1)?.line).not.toHaveProperty('edit')
})
