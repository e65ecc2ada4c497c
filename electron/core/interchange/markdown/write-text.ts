import { isDeepStrictEqual } from 'node:util'
import type { RichText } from '../../../../shared/model/richtext/schema.ts'
import { noNotes } from '../report.ts'
import { readMarkdown } from './read-text.ts'
import { stringifyMarkdown } from './stringify.ts'
import { writeBlocks } from './write-blocks.ts'

/**
 * Rich text as Markdown that reads as the same rich text. `pathOf` names the file of an asset; two assets never share
 * one. Answers '' for nothing, else text that ends with a line end.
 */
export function writeMarkdown(blocks: RichText, pathOf: (asset: string) => string): string {
  const nodes = writeBlocks(blocks, pathOf)
  const text = stringifyMarkdown(nodes)
  // The writer escapes no more than it must, and in rare company (a mark beside half a bare address) it misses one.
  return isReadAs(text, blocks, pathOf) ? text : stringifyMarkdown(nodes, { isCareful: true })
}

function isReadAs(text: string, blocks: RichText, pathOf: (asset: string) => string): boolean {
  const assets = new Map<string, string>()
  for (const block of blocks) if (block.type === 'image') assets.set(pathOf(block.asset), block.asset)
  const image = (path: string) => assets.get(path) ?? null
  return isDeepStrictEqual(readMarkdown(text, { line: 1, notes: noNotes, image }), blocks)
}
