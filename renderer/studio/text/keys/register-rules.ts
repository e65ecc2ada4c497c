import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import {
  $isListItemNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $isTableNode } from '@lexical/table'
import {
  $addUpdateTag,
  $createLineBreakNode,
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  RootNode,
  TextNode,
} from 'lexical'
import { formatOf, markFlags } from '../convert/formats.ts'
import { type EditKind, tagOf } from '../sync/kinds.ts'

const formats: ReadonlySet<string> = new Set(Object.values(formatOf))

/** Keeps an editor to what rich text can hold, and says of each command which kind of edit it is. */
export function registerRules(editor: LexicalEditor, mode: 'blocks' | 'inline'): () => void {
  return mergeRegister(
    // Underline, colours and the like may come from a key or a drop; they mean nothing here.
    editor.registerNodeTransform(TextNode, (node) => {
      const format = node.getFormat()
      if ((format & ~markFlags) !== 0) node.setFormat(format & markFlags)
      if (node.getStyle() !== '') node.setStyle('')
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => {
        if (!formats.has(format)) return true
        $addUpdateTag(tagOf('format'))
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    ...[KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        () => {
          if ($isNodeSelection($getSelection())) $addUpdateTag(tagOf('remove-picture'))
          return false
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
    tagged(editor, TOGGLE_LINK_COMMAND, 'link'),
    mode === 'blocks' ? registerBlockRules(editor) : editor.registerNodeTransform(RootNode, $keepOneLine),
  )
}

function registerBlockRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    tagged(editor, INSERT_ORDERED_LIST_COMMAND, 'list'),
    tagged(editor, INSERT_UNORDERED_LIST_COMMAND, 'list'),
    tagged(editor, REMOVE_LIST_COMMAND, 'list'),
    tagged(editor, INDENT_CONTENT_COMMAND, 'list'),
    tagged(editor, OUTDENT_CONTENT_COMMAND, 'list'),
    editor.registerNodeTransform(RootNode, (root) => {
      // Below a picture or a table at the end there is a line to write on.
      const last = root.getLastChild()
      if ($isDecoratorNode(last) || $isTableNode(last)) root.append($createParagraphNode())
    }),
    // Tab moves list items; anywhere else, and where an item cannot move, it goes on to the next thing on the page.
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const item = $selectedItem()
        if (!item || !(event.shiftKey ? item.getIndent() > 0 : $canIndent(item))) return false
        event.preventDefault()
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        )
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  )
}

function tagged<Payload>(
  editor: LexicalEditor,
  command: LexicalCommand<Payload>,
  kind: EditKind,
): () => void {
  return editor.registerCommand(
    command,
    () => {
      $addUpdateTag(tagOf(kind))
      return false
    },
    COMMAND_PRIORITY_CRITICAL,
  )
}

function $selectedItem() {
  const selection = $getSelection()
  return $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
    : null
}

/** An item goes one level in below the item before it: the first of a list has none, and a level is never skipped. */
function $canIndent(item: LexicalNode): boolean {
  return item.getPreviousSibling() !== null
}

/** A choice is one line: what came as several blocks becomes one. */
function $keepOneLine(root: RootNode): void {
  const children = root.getChildren()
  const [first, ...rest] = children
  if (first === undefined || (rest.length === 0 && first.getType() === 'paragraph')) return
  const line = $createParagraphNode()
  for (const block of children) {
    if (!$isElementNode(block)) continue
    if (!line.isEmpty() && !block.isEmpty()) line.append($createLineBreakNode())
    line.append(...block.getChildren())
  }
  root.clear().append(line)
}
