import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDeed, changeBy, firstRecords } from '../../test/harness/arbitrary.ts'
import {
  applyChange,
  type Change,
  changeSchema,
  emptyChange,
  invert,
  isEmptyChange,
  squash,
} from './change.ts'
import type { RecordMap } from './records.ts'

/** What a random author does to a new project: the changes, and the records before each and after all. */
const anyHistory = fc.array(anyDeed, { maxLength: 40 }).map((deeds) => {
  const changes: Change[] = []
  const states: RecordMap[] = [firstRecords]
  for (const deed of deeds) {
    const now = states.at(-1) ?? {}
    const change = changeBy(deed, now)
    changes.push(change)
    states.push(applyChange(now, change))
  }
  return { changes, states }
})

describe('a change', () => {
  it('and its inverse leave everything as it was', () => {
    fc.assert(
      fc.property(anyHistory, ({ changes, states }) => {
        changes.forEach((change, index) => {
          const [before = {}, after = {}] = states.slice(index, index + 2)
          expect(applyChange(after, invert(change))).toEqual(before)
          expect(invert(invert(change))).toEqual(change)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('squashed from many does what they did, one after another, and so does its inverse', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), ({ changes, states }, cut) => {
        const from = cut % (changes.length + 1)
        const [before = {}, after = {}] = [states[from], states.at(-1)]
        const squashed = squash(changes.slice(from))
        expect(applyChange(before, squashed)).toEqual(after)
        expect(applyChange(after, invert(squashed))).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })

  it('squashed says what each record was at first and is at last, and nothing of what came and went', () => {
    fc.assert(
      fc.property(anyHistory, ({ changes, states }) => {
        const [before = {}, after = {}] = [states[0], states.at(-1)]
        const { added, updated, removed } = squash(changes)
        for (const [id, record] of Object.entries(added)) {
          expect(before[id]).toBeUndefined()
          expect(after[id]).toEqual(record)
        }
        for (const [id, pair] of Object.entries(updated)) expect([before[id], after[id]]).toEqual(pair)
        for (const [id, record] of Object.entries(removed)) {
          expect(before[id]).toEqual(record)
          expect(after[id]).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })

  it('goes through the contract’s schema unchanged', () => {
    fc.assert(
      fc.property(anyHistory, ({ changes }) => {
        for (const change of changes)
          expect(changeSchema.parse(JSON.parse(JSON.stringify(change)))).toEqual(change)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps untouched records as the very objects they were', () => {
    const after = applyChange(firstRecords, {
      ...emptyChange(),
      updated: {
        project: [firstRecords['project'] as never, { ...firstRecords['project'], title: 'New' } as never],
      },
    })
    expect(after['series']).toBe(firstRecords['series'])
    expect(after['project']).not.toBe(firstRecords['project'])
  })
})

it('an empty change is known as one', () => {
  expect(isEmptyChange(emptyChange())).toBe(true)
  expect(isEmptyChange(squash([]))).toBe(true)
  expect(isEmptyChange({ ...emptyChange(), removed: { series: firstRecords['series'] as never } })).toBe(
    false,
  )
})
