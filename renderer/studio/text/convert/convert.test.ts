import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../../../shared/model/richtext/normalise.ts'
import { type RichText, richTextSchema } from '../../../../shared/model/richtext/schema.ts'
import { anyRichText } from '../../../../test/harness/arbitrary-rich-text.ts'
import { textNodes } from '../nodes/index.ts'
import { createReader } from './reader.ts'
import { $setRichText } from './to-lexical.ts'

function throughLexical(richText: RichText): RichText {
  const editor = createHeadlessEditor({
    nodes: textNodes,
    onError: (error) => {
      throw error
    },
  })
  editor.update(() => $setRichText(richText), { discrete: true })
  return createReader().read(editor.getEditorState())
}

test('rich text comes back from Lexical as what it means, and as it was when it was normalised', () => {
  fc.assert(
    fc.property(anyRichText, (richText) => {
      const back = throughLexical(richText)
      expect(back).toEqual(normalise(richText))
      expect(richTextSchema.parse(back)).toEqual(back)
      expect(throughLexical(back)).toEqual(back)
    }),
    { numRuns: 300 },
  )
})

test('an empty text is an empty text', () => {
  expect(throughLexical([])).toEqual([])
})
