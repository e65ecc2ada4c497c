import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText } from '../../../../test/harness/generated-text.ts'
import { noNotes } from '../report.ts'
import { readMarkdown } from './read-text.ts'
import { writeMarkdown } from './write-text.ts'

const image = (path: string) => path.replace(/^media\//, '')
const read = (source: string) => readMarkdown(source, { line: 1, notes: noNotes, image })

test('what is written as Markdown reads as the same rich text', () => {
  fc.assert(
    fc.property(anyRichText(['one.png', 'two pictures (2).jpg']), (blocks) => {
      const source = writeMarkdown(blocks, (asset) => `media/${asset}`)
      expect(read(source), source).toEqual(blocks)
    }),
    { numRuns: 300 },
  )
})
