import { $createListItemNode, $createListNode } from '@lexical/list'
import { $isLinkNode } from '@lexical/link'
import {
  $addUpdateTag,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_SPACE_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type ParagraphNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { $setBlockStyle, type BlockStyle, setBlockStyle, toggleList, toggleMark } from '../commands.ts'
import { tagOf } from '../sync/kinds.ts'

type Deeds = { mode: 'blocks' | 'inline'; openLink: () => void; undo: () => void; redo: () => void }

/** The keys of an editor, beside those Lexical brings (Ctrl+B, Ctrl+I). Undo and redo are the project's. */
export function registerKeys(editor: LexicalEditor, { mode, openLink, undo, redo }: Deeds): () => void {
  return mergeRegister(
    editor.registerCommand(UNDO_COMMAND, handled(undo), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, handled(redo), COMMAND_PRIORITY_HIGH),
    // Lexical would let go of the focus, and a person at the keyboard would be nowhere.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const run = keyDeed(editor, event, mode, openLink)
        if (!run) return false
        event.preventDefault()
        run()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    mode === 'blocks'
      ? editor.registerCommand(KEY_SPACE_COMMAND, $startBlock, COMMAND_PRIORITY_HIGH)
      : () => {},
  )
}

const handled = (run: () => void) => () => {
  run()
  return true
}

const styleKeys: Record<string, BlockStyle> = {
  Digit0: 'paragraph',
  Digit2: 'heading-2',
  Digit3: 'heading-3',
}

function keyDeed(
  editor: LexicalEditor,
  event: KeyboardEvent,
  mode: Deeds['mode'],
  openLink: () => void,
): (() => void) | null {
  if (event.altKey && event.key === 'F10')
    return () => document.querySelector<HTMLElement>('[data-text-toolbar] [tabindex="0"]')?.focus()
  if (!(event.ctrlKey || event.metaKey)) return null
  const key = event.key.toLowerCase()
  if (key === 'k' && !event.shiftKey && !event.altKey && canLink(editor)) return openLink
  if (key === 'e' && !event.shiftKey && !event.altKey) return () => toggleMark(editor, 'code')
  if (key === 'x' && event.shiftKey) return () => toggleMark(editor, 'strike')
  if (mode === 'inline') return null
  const style = event.altKey ? styleKeys[event.code] : undefined
  if (style) return () => setBlockStyle(editor, style)
  if (event.shiftKey && event.code === 'Digit7') return () => toggleList(editor, 'number', false)
  if (event.shiftKey && event.code === 'Digit8') return () => toggleList(editor, 'bullet', false)
  return null
}

/** A link needs words: some are selected, or the caret is in a link already. */
export function canLink(editor: LexicalEditor): boolean {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return false
    return !selection.isCollapsed() || $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null
  })
}

/** `## `, `### `, `> `, `- `, `* ` and `1. ` at the start of a paragraph make it what they stand for in Markdown. */
function $startBlock(event: KeyboardEvent): boolean {
  const selection = $getSelection()
  if (event.ctrlKey || event.metaKey || !$isRangeSelection(selection) || !selection.isCollapsed())
    return false
  const text = selection.anchor.getNode()
  const paragraph = text.getParent()
  if (!$isTextNode(text) || !$isParagraphNode(paragraph) || !$isRootNode(paragraph.getParent())) return false
  if (text.getPreviousSibling() !== null) return false
  const make = starts[text.getTextContent().slice(0, selection.anchor.offset)]
  if (!make) return false
  event.preventDefault()
  text.spliceText(0, selection.anchor.offset, '', true)
  make(paragraph)
  return true
}

const asStyle = (style: BlockStyle) => () => $setBlockStyle(style)
const asList = (type: 'bullet' | 'number') => (paragraph: ParagraphNode) => {
  $addUpdateTag(tagOf('list'))
  const item = $createListItemNode().append(...paragraph.getChildren())
  paragraph.replace($createListNode(type).append(item))
  item.selectStart()
}
const starts: Record<string, ((paragraph: ParagraphNode) => void) | undefined> = {
  '#': asStyle('heading-2'),
  '##': asStyle('heading-2'),
  '###': asStyle('heading-3'),
  '>': asStyle('quote'),
  '-': asList('bullet'),
  '*': asList('bullet'),
  '1.': asList('number'),
}
