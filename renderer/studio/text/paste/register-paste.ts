import {
  $addUpdateTag,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical'
import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import { fromPlainText } from '../../../../shared/model/richtext/text.ts'
import { tagOf } from '../sync/kinds.ts'
import { fromHtml } from './from-html.ts'
import { $insertRichText, $linkSelection } from './insert.ts'

type Deeds = {
  mode: 'blocks' | 'inline'
  isAsset: (id: string) => boolean
  /** Takes files that were pasted or dropped. */
  takeFiles: (files: readonly File[]) => void
  /** Says how many pictures of a paste were left out. */
  tellLost: (pictures: number) => void
}

/** Everything that comes in from outside by pasting or dropping comes in as rich text of ours, or not at all. */
export function registerPaste(editor: LexicalEditor, deeds: Deeds): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null
        if (!data) return false
        event.preventDefault()
        $addUpdateTag(PASTE_TAG)
        $take(data, deeds)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event === 'string' || !event.dataTransfer) return false
        $addUpdateTag(PASTE_TAG)
        $take(event.dataTransfer, deeds)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Lexical puts the caret where files are dropped and then asks for this.
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        deeds.takeFiles(files)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      () => {
        $addUpdateTag(tagOf('paste'))
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function $take(data: DataTransfer, { mode, isAsset, takeFiles, tellLost }: Deeds): void {
  const words = data.getData('text/plain')
  if ($linkSelection(words)) return
  const html = data.getData('text/html')
  const pasted = html === '' ? null : fromHtml(html, isAsset)
  const files = [...data.files]
  if (pasted && pasted.richText.length > 0) {
    $insertRichText(pasted.richText, mode)
    if (pasted.lostPictures > 0) tellLost(pasted.lostPictures)
  } else if (files.length > 0) takeFiles(files)
  else if (words !== '') $insertRichText(fromPlainText(words), mode)
  else if (pasted && pasted.lostPictures > 0) tellLost(pasted.lostPictures)
}
