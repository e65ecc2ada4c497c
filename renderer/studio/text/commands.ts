import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import {
  $addUpdateTag,
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical'
import { calloutTones, type CalloutTone, type Mark } from '../../../shared/model/richtext/schema.ts'
import { formatOf } from './convert/formats.ts'
import { $createCalloutNode } from './nodes/CalloutNode.ts'
import { type EditKind, tagOf } from './sync/kinds.ts'

/** What a paragraph can be. */
export type BlockStyle = 'paragraph' | 'heading-2' | 'heading-3' | 'quote' | CalloutTone
export type ListStyle = 'bullet' | 'number'

function $newBlock(style: BlockStyle): ElementNode {
  if (style === 'heading-2') return $createHeadingNode('h2')
  if (style === 'heading-3') return $createHeadingNode('h3')
  if (style === 'quote') return $createQuoteNode()
  const tone = calloutTones.find((one) => one === style)
  return tone ? $createCalloutNode(tone) : $createParagraphNode()
}

/** Makes the selected paragraphs `style`. Call inside an update. */
export function $setBlockStyle(style: BlockStyle): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  $addUpdateTag(tagOf('style'))
  $setBlocksType(selection, () => $newBlock(style))
}

export function setBlockStyle(editor: LexicalEditor, style: BlockStyle): void {
  editor.update(() => $setBlockStyle(style))
}

/**
 * Runs a command of Lexical's as an edit of `kind`. Inside an update, because outside of one Lexical runs each priority's
 * listeners in an update of their own, and the kind would be forgotten before anything changes.
 */
export function runCommand<Payload>(
  editor: LexicalEditor,
  kind: EditKind,
  command: LexicalCommand<Payload>,
  payload: Payload,
): void {
  editor.update(
    () => {
      editor.dispatchCommand(command, payload)
    },
    { tag: tagOf(kind) },
  )
}

/** Makes the selected paragraphs a list of `style`, or paragraphs again when they are one. */
export function toggleList(editor: LexicalEditor, style: ListStyle, isList: boolean): void {
  const insert = style === 'number' ? INSERT_ORDERED_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND
  runCommand(editor, 'list', isList ? REMOVE_LIST_COMMAND : insert, undefined)
}

export function toggleMark(editor: LexicalEditor, mark: Mark): void {
  runCommand(editor, 'format', FORMAT_TEXT_COMMAND, formatOf[mark])
}

/** Makes the selected words a link, or plain words again when `href` is null. */
export function setLink(editor: LexicalEditor, href: string | null): void {
  runCommand(editor, 'link', TOGGLE_LINK_COMMAND, href)
}
