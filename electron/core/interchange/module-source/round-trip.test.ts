import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyModule, generatedAssets } from '../../../../test/harness/generated-modules.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import { recordSchema } from '../../../../shared/model/records.ts'
import { notesFor } from '../report.ts'
import { readModuleSource } from './read.ts'
import { writeModuleSource } from './write.ts'

const assets: Record<string, Pick<Asset, 'name' | 'kind'>> = generatedAssets
const pathOf = (id: string) => `media/${assets[id]?.name}`

function media(path: string): Asset | null {
  const found = Object.entries(assets).find(([, { name }]) => `media/${name}` === path)
  return found ? ({ id: found[0], type: 'asset', seconds: null, ...found[1] } as Asset) : null
}

function read(source: string) {
  const notes = notesFor('module.md')
  const result = readModuleSource(source, {
    name: 'module.md',
    notes,
    media,
    moduleId: (wanted) => wanted,
    isFree: () => () => true,
  })
  return { ...result, notes: notes.lines }
}

test('a module written as source reads as the same module, and is then written the same', () => {
  fc.assert(
    fc.property(anyModule, ({ module, records, series }) => {
      for (const record of [module, ...records]) recordSchema.parse(record)
      const source = writeModuleSource(module, { records, series, pathOf })
      const back = read(source)
      expect(back.module, source).toEqual(module)
      expect(back.records, source).toEqual(records)
      expect(back.series ?? '', source).toBe(series)
      expect(writeModuleSource(back.module, { records: back.records, series, pathOf })).toBe(source)
    }),
    { numRuns: Number(process.env.RUNS ?? 100), interruptAfterTimeLimit: 60_000 },
  )
})
