import {
  $create,
  $getNodeByKey,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { ReactNode } from 'react'
import type { Image } from '../../../../shared/model/richtext/schema.ts'
import { ImageFigure } from '../image/ImageFigure.tsx'
import { type EditKind, tagOf } from '../sync/kinds.ts'

const word = (value: unknown) => (typeof value === 'string' ? value : '')
const assetState = createState('asset', { parse: word })
const altState = createState('alt', { parse: word })
const decorativeState = createState('decorative', { parse: (value) => value === true })

/** A picture between blocks. The words that stand in for it are asked for in place, on the picture. */
export class ImageNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('image', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: assetState },
        { flat: true, stateConfig: altState },
        { flat: true, stateConfig: decorativeState },
      ],
    })
  }

  getImage(): Image {
    return {
      type: 'image',
      asset: $getState(this, assetState),
      alt: $getState(this, altState),
      decorative: $getState(this, decorativeState),
    }
  }

  setImage({ asset, alt, decorative }: Image): this {
    return $setState(
      $setState($setState(this, assetState, asset), altState, alt),
      decorativeState,
      decorative,
    )
  }

  override createDOM(): HTMLElement {
    return document.createElement('figure')
  }

  override updateDOM(): boolean {
    return false
  }

  /** What copying puts on the clipboard; pasting in a studio finds the asset by its id. */
  override exportDOM(): DOMExportOutput {
    const { asset, alt, decorative } = this.getImage()
    const element = document.createElement('img')
    element.dataset['morselAsset'] = asset
    element.alt = alt
    if (decorative) element.dataset['morselDecorative'] = ''
    return { element }
  }

  override isInline(): false {
    return false
  }

  override decorate(editor: LexicalEditor): ReactNode {
    const key = this.getKey()
    const change = (kind: EditKind, deed: (node: ImageNode) => void) =>
      editor.update(
        () => {
          const node = $getNodeByKey(key)
          if ($isImageNode(node)) deed(node)
        },
        { tag: tagOf(kind), discrete: true },
      )
    return (
      <ImageFigure
        nodeKey={key}
        image={this.getImage()}
        onChange={(part) => change('alt', (node) => node.setImage({ ...node.getImage(), ...part }))}
        onRemove={() => change('remove-picture', (node) => node.remove())}
      />
    )
  }
}

export function $createImageNode(image: Image): ImageNode {
  return $create(ImageNode).setImage(image)
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode
}
