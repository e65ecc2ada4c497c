import { expect, it } from 'vitest'
import { formatVersion, migrations } from './index.ts'
import { migrate, type Migration } from './migration.ts'

const rename: Migration = {
  to: 2,
  label: 'Calls pages texts',
  up: (records) =>
    Object.fromEntries(
      Object.entries(records).map(([id, record]) => [
        id,
        record['kind'] === 'page' ? { ...record, kind: 'text' } : record,
      ]),
    ),
}
const count: Migration = {
  to: 3,
  label: 'Numbers all records',
  up: (records) =>
    Object.fromEntries(
      Object.entries(records).map(([id, record], index) => [id, { ...record, number: index }]),
    ),
}
const records = {
  a: { id: 'a', type: 'step', kind: 'page' },
  b: { id: 'b', type: 'asset', kind: 'image' },
}

it('takes every step from the format it starts at, in order, and none twice', () => {
  expect(migrate(records, 1, [rename, count])).toEqual({
    a: { id: 'a', type: 'step', kind: 'text', number: 0 },
    b: { id: 'b', type: 'asset', kind: 'image', number: 1 },
  })
  expect(migrate(records, 2, [rename, count])).toMatchObject({ a: { kind: 'page', number: 0 } })
  expect(migrate(records, 3, [rename, count])).toBe(records)
})

it('leaves what it was given, and the records nobody changed, as they are', () => {
  expect(migrate(records, 1, [rename])['b']).toBe(records.b)
  expect(records.a.kind).toBe('page')
})

it('refuses a list that skips a format', () => {
  expect(() => migrate(records, 1, [count])).toThrow('format 2 is missing')
  expect(() => migrate(records, 1, [rename, rename])).toThrow('format 3 is missing')
})

it('the studio’s own list skips none, and leads to the format it writes', () => {
  expect(() => migrate({}, formatVersion, migrations)).not.toThrow()
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => index + 2))
})
