import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $getRoot,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical'
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import type { RichText } from '../../../shared/model/richtext/schema.ts'
import { enterText, mountText } from './active.ts'
import { useTextEnvironment } from './environment.ts'
import { useInsertPictures } from './image/useInsertPictures.ts'
import { canLink, registerKeys } from './keys/register-keys.ts'
import { registerRules } from './keys/register-rules.ts'
import { notify } from './notify.ts'
import { registerPaste } from './paste/register-paste.ts'
import type { BlocksEditorProps, InlineEditorProps } from './RichTextEditor.tsx'
import { createSync, type TextEdit } from './sync/sync.ts'

/** What a line does at its ends, where it is one of several. */
export type LineKeys = {
  onEnter?: () => void
  /** Backspace in a line without words. */
  onErase?: () => void
}

type BehaviourProps = (BlocksEditorProps | InlineEditorProps) & {
  richText: RichText
  onImage: (nodeKey: string) => void
  openLink: () => void
}

/** What an editor does, without anything to see. */
export function Behaviour(props: BehaviourProps) {
  const { mode, richText, autoFocus, onImage, openLink } = props
  const [editor] = useLexicalComposerContext()
  const { asset, undo, redo } = useTextEnvironment()
  const insertPictures = useInsertPictures(editor, onImage)
  const report = useEffectEvent((next: RichText, edit: TextEdit) => {
    if (props.mode === 'blocks') props.onChange(next, edit)
    else
      props.onChange(
        next.flatMap((block) => ('children' in block ? block.children : [])),
        edit,
      )
  })
  const [sync] = useState(() => createSync(editor, richText, (next, edit) => report(next, edit)))
  const onEnter = useEffectEvent(() => props.mode === 'inline' && props.onEnter?.())
  const onErase = useEffectEvent(() => props.mode === 'inline' && props.onErase?.())
  const deeds = useEffectEvent((deed: 'undo' | 'redo' | 'link') => ({ undo, redo, link: openLink })[deed]())
  const isAsset = useEffectEvent((id: string) => asset(id) !== null)
  const takeFiles = useEffectEvent((files: readonly File[]) => {
    if (mode === 'blocks') insertPictures(files)
    else notify('A picture cannot stand in one line. Put it into the question or the page instead.')
  })
  const enter = useEffectEvent(() =>
    enterText({ editor, mode, openLink, insertPictures: takeFiles, onLeave: sync.tidy }),
  )

  useEffect(() => {
    return mergeRegister(
      sync.register(),
      mountText(editor),
      registerRules(editor, mode),
      registerKeys(editor, {
        mode,
        openLink: () => deeds('link'),
        undo: () => deeds('undo'),
        redo: () => deeds('redo'),
      }),
      registerPaste(editor, {
        mode,
        isAsset: (id) => isAsset(id),
        takeFiles: (files) => takeFiles(files),
        tellLost,
      }),
      editor.registerCommand(
        FOCUS_COMMAND,
        () => {
          enter()
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      // The studio's own Ctrl+K leaves it to the text where there are words to link.
      editor.registerUpdateListener(() => {
        editor.getRootElement()?.toggleAttribute('data-own-find', canLink(editor))
      }),
      mode === 'inline'
        ? registerLineKeys(
            editor,
            () => onEnter(),
            () => onErase(),
          )
        : () => {},
    )
  }, [editor, mode, sync])

  useLayoutEffect(() => sync.accept(richText), [sync, richText])

  useEffect(() => {
    if (autoFocus) editor.focus()
  }, [editor, autoFocus])

  return null
}

function registerLineKeys(
  editor: Parameters<typeof mountText>[0],
  onEnter: () => void,
  onErase: () => void,
): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.shiftKey) return false
        event?.preventDefault()
        onEnter()
        return true
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        if ($getRoot().getTextContent() !== '') return false
        event.preventDefault()
        onErase()
        return true
      },
      COMMAND_PRIORITY_LOW,
    ),
  )
}

function tellLost(pictures: number): void {
  notify(
    pictures === 1
      ? 'One picture was left out of what you pasted. Save it as a file and insert it here.'
      : `${pictures} pictures were left out of what you pasted. Save them as files and insert them here.`,
  )
}
