import { $isLinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $findMatchingParent,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical'
import { useSyncExternalStore } from 'react'
import { type Mark, markNames } from '../../../../shared/model/richtext/schema.ts'
import type { BlockStyle, ListStyle } from '../commands.ts'
import { formatOf } from '../convert/formats.ts'
import { $isCalloutNode } from '../nodes/CalloutNode.ts'

/** What the toolbar shows of the selection. */
export type SelectionState = {
  marks: Mark[]
  isLink: boolean
  /** Whether there are words that could become a link. */
  canLink: boolean
  block: BlockStyle | 'list' | 'picture'
  list: ListStyle | null
}

const nothing: SelectionState = { marks: [], isLink: false, canLink: false, block: 'paragraph', list: null }

/** The state of the selection of `editor`; renders again only when something the toolbar shows is different. */
export function useSelectionState(editor: LexicalEditor | null): SelectionState {
  return useSyncExternalStore(
    (onChange) => editor?.registerUpdateListener(onChange) ?? (() => {}),
    () => (editor ? stateOf(editor) : nothing),
  )
}

const lastStates = new WeakMap<LexicalEditor, SelectionState>()

/** The same object as long as it says the same. */
function stateOf(editor: LexicalEditor): SelectionState {
  const last = lastStates.get(editor)
  const next = editor.getEditorState().read($read)
  if (last && JSON.stringify(last) === JSON.stringify(next)) return last
  lastStates.set(editor, next)
  return next
}

function $read(): SelectionState {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return { ...nothing, block: 'picture' }
  if (!$isRangeSelection(selection)) return nothing
  const node = selection.anchor.getNode()
  const isLink = $findMatchingParent(node, $isLinkNode) !== null
  const item = $findMatchingParent(node, $isListItemNode)
  const list = item?.getParent()
  const top = node.getTopLevelElement()
  return {
    marks: markNames.filter((mark) => selection.hasFormat(formatOf[mark])),
    isLink,
    canLink: isLink || !selection.isCollapsed(),
    list: $isListNode(list) ? (list.getListType() === 'number' ? 'number' : 'bullet') : null,
    block: item
      ? 'list'
      : $isHeadingNode(top)
        ? top.getTag() === 'h3'
          ? 'heading-3'
          : 'heading-2'
        : $isQuoteNode(top)
          ? 'quote'
          : $isCalloutNode(top)
            ? top.getTone()
            : 'paragraph',
  }
}
