import {
  $getRoot,
  $isElementNode,
  $setSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  type EditorState,
  INSERT_PARAGRAPH_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  type LexicalEditor,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type UpdateListenerPayload,
} from 'lexical'
import type { RichText } from '../../../../shared/model/richtext/schema.ts'
import { createReader } from '../convert/reader.ts'
import { $applyText, isSameText } from './apply.ts'
import { createBursts } from './bursts.ts'
import { createCaretMemory } from './carets.ts'
import { editKinds, kindOf, outsideTag } from './kinds.ts'
import { $caret, type Caret } from './spots.ts'

/** What an edit of a text is called, and which undo step it joins. */
export type TextEdit = { label: string; mergeKey?: string }
export type Report = (richText: RichText, edit: TextEdit) => void

/**
 * Keeps an editor and a text that lives elsewhere the same. What is written here is reported; what changes there (undo,
 * another window) is taken in with `accept`, the caret kept as near as can be. Nothing is reported or taken in while an
 * input method composes: what was composed is then one edit, and the later one.
 */
export function createSync(editor: LexicalEditor, first: RichText, report: Report) {
  const reader = createReader()
  const bursts = createBursts()
  const carets = createCaretMemory()
  let known = first
  // What the editor was made with is still on its way: reading through the editor lets it arrive.
  let shown = editor.read(() => reader.read(editor.getEditorState()))
  let composing: { caret: Caret | null } | null = null
  let waiting: RichText | null = null

  function onUpdate(payload: UpdateListenerPayload): void {
    const { dirtyElements, dirtyLeaves, editorState, prevEditorState, tags } = payload
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
    reader.forget(payload)
    if (tags.has(outsideTag)) shown = reader.read(editorState)
    else if (editor.isComposing()) composing ??= { caret: caretIn(prevEditorState) }
    else emit(editorState, composing ? composing.caret : caretIn(prevEditorState), tags)
  }

  function emit(state: EditorState, caretBefore: Caret | null, tags: ReadonlySet<string>): void {
    const wasComposed = composing !== null
    composing = null
    const next = reader.read(state)
    if (!isSameText(next, shown)) {
      waiting = null
      const kind = kindOf(tags)
      const { mergeKey, isNew } = bursts.next(kind)
      if (isNew) carets.remember(shown, caretBefore)
      shown = next
      known = next
      report(next, { label: editKinds[kind].label, ...(mergeKey === undefined ? {} : { mergeKey }) })
    }
    if (wasComposed) bursts.close()
    if (waiting) accept(waiting)
  }

  function accept(richText: RichText): void {
    if (richText === known || isSameText(richText, known)) {
      known = richText
      return
    }
    if (editor.isComposing()) {
      waiting = richText
      return
    }
    waiting = null
    bursts.close()
    carets.remember(shown, caretIn(editor.getEditorState()))
    known = richText
    const hasCaret = hasFocus(editor)
    editor.update(() => $applyText(reader, richText, carets.recall(richText), hasCaret), {
      tag: hasCaret ? [outsideTag] : [outsideTag, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
    })
  }

  return {
    accept,
    /** Ends the current undo step of typing. */
    close: () => bursts.close(),
    /** Begins to listen; returns what stops it. */
    register(): () => void {
      // The browser may end a composition without changing anything: then no update comes, and what waits is taken in here.
      const settle = () =>
        setTimeout(() => {
          if (!editor.isComposing() && (composing || waiting))
            emit(editor.getEditorState(), composing?.caret ?? null, new Set())
        })
      return mergeRegister(
        editor.registerUpdateListener(onUpdate),
        editor.registerRootListener((root, previous) => {
          previous?.removeEventListener('compositionend', settle)
          root?.addEventListener('compositionend', settle)
        }),
        editor.registerCommand(
          INSERT_PARAGRAPH_COMMAND,
          () => {
            bursts.close()
            return false
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            bursts.close()
            return false
          },
          COMMAND_PRIORITY_LOW,
        ),
      )
    },
    /** Takes the lines without words off the screen: the learner does not see them. */
    tidy: (): void => {
      const hasBlank = reader.read(editor.getEditorState()).length < blockCount(editor)
      if (!hasBlank || editor.isComposing()) return
      editor.update(
        () => {
          const blank = reader.$entries().filter(({ node, block }) => block === null && $isElementNode(node))
          for (const { node } of blank) if ($getRoot().getChildrenSize() > 1) node.remove()
          $setSelection(null)
        },
        { tag: [outsideTag, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
      )
    },
  }
}

function caretIn(state: EditorState): Caret | null {
  return state.read($caret)
}

function blockCount(editor: LexicalEditor): number {
  return editor.getEditorState().read(() => $getRoot().getChildrenSize())
}

function hasFocus(editor: LexicalEditor): boolean {
  const root = editor.getRootElement()
  return root !== null && root.contains(document.activeElement)
}
