import { $getSelection, type LexicalEditor } from 'lexical'
import { notify } from '../notify.ts'
import { bringIn, useTextEnvironment } from '../environment.ts'
import { $createImageNode } from '../nodes/ImageNode.tsx'
import { $insertBlockAt } from '../paste/insert.ts'
import { tagOf } from '../sync/kinds.ts'

/**
 * Brings picture files into the project and shows each below the block the caret was in when it was chosen, however long
 * importing takes; then asks for the words that stand in for it (`onInserted`).
 */
export function useInsertPictures(
  editor: LexicalEditor,
  onInserted: (nodeKey: string) => void,
): (files: readonly File[]) => void {
  const { importMedia } = useTextEnvironment()
  function insert(files: readonly File[]): void {
    const pictures = files.filter(({ type }) => type.startsWith('image/'))
    if (pictures.length < files.length)
      notify('Only pictures go into text. Add a video as a step of its own.')
    const at = editor.read(() => $getSelection()?.getNodes().at(-1)?.getTopLevelElement()?.getKey() ?? null)
    void insertInTurn(pictures, at)
  }

  async function insertInTurn(pictures: readonly File[], at: string | null): Promise<void> {
    let below = at
    for (const file of pictures) {
      const asset = await importMedia(file)
      if (!asset) continue
      if (asset.kind !== 'image') {
        notify(`${file.name} is not a picture that text can show. Choose a PNG, JPEG, WebP or GIF.`)
        continue
      }
      bringIn(asset)
      const place = below
      editor.update(
        () => {
          const node = $createImageNode({ type: 'image', asset: asset.id, alt: '', decorative: false })
          $insertBlockAt(place, node)
          below = node.getKey()
        },
        { tag: tagOf('picture'), discrete: true },
      )
      if (below !== null) onInserted(below)
    }
  }

  return insert
}
