import {
  $getRoot,
  type EditorState,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical'
import type { Block, RichText } from '../../../../shared/model/richtext/schema.ts'
import { joinLists } from '../../../../shared/model/richtext/normalise.ts'
import { $readBlock } from './from-lexical.ts'

export type Reader = ReturnType<typeof createReader>

/** Reads an editor's rich text, and again only those blocks that changed: a key costs one block, not the page. */
export function createReader() {
  const blocks = new Map<NodeKey, RichText>()

  function $cached(node: LexicalNode): RichText {
    const known = blocks.get(node.getKey())
    if (known) return known
    const block = $readBlock(node)
    blocks.set(node.getKey(), block)
    return block
  }

  return {
    /** Forgets what an update changed. Every update must pass here. */
    forget({
      dirtyElements,
      dirtyLeaves,
    }: Pick<UpdateListenerPayload, 'dirtyElements' | 'dirtyLeaves'>): void {
      for (const key of dirtyElements.keys()) blocks.delete(key)
      for (const key of dirtyLeaves) blocks.delete(key)
    },

    /** The text of a state; the same blocks as before where nothing changed. */
    read(state: EditorState): RichText {
      return state.read(() => {
        const children = $getRoot().getChildren()
        const richText = joinLists(children.flatMap($cached))
        if (blocks.size > 2 * children.length + 50) {
          const alive = new Set(children.map((node) => node.getKey()))
          for (const key of blocks.keys()) if (!alive.has(key)) blocks.delete(key)
        }
        return richText
      })
    },

    /** Each top-level node with its block; null for a node without words, which is not part of the text. */
    $entries(): { node: LexicalNode; block: Block | null }[] {
      return $getRoot()
        .getChildren()
        .map((node) => ({ node, block: $cached(node)[0] ?? null }))
    },
  }
}
