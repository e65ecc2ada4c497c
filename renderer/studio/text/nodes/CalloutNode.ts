import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical'
import { type CalloutTone, calloutTones } from '../../../../shared/model/richtext/schema.ts'

const toneState = createState('tone', {
  parse: (value): CalloutTone => calloutTones.find((tone) => tone === value) ?? 'note',
})

/** A callout: one run of text in a tinted box, with the tone's word above it, as the learner's page draws it. */
export class CalloutNode extends ElementNode {
  override $config() {
    return this.config('callout', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: toneState }],
    })
  }

  getTone(): CalloutTone {
    return $getState(this, toneState)
  }

  setTone(tone: CalloutTone): this {
    return $setState(this, toneState, tone)
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('div')
    showTone(element, this.getTone(), config)
    element.setAttribute('role', 'note')
    return element
  }

  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    if (previous.getTone() !== this.getTone()) showTone(element, this.getTone(), config)
    return false
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode()
    this.insertAfter(paragraph, restoreSelection)
    return paragraph
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode()
    paragraph.append(...this.getChildren())
    this.replace(paragraph)
    return true
  }

  override canMergeWhenEmpty(): true {
    return true
  }
}

/** The tone's word is drawn by CSS from an attribute, so that no caret can get into it. */
function showTone(element: HTMLElement, tone: CalloutTone, config: EditorConfig): void {
  element.className = `callout callout-${tone}`
  element.dataset['word'] = config.theme['calloutWords']?.[tone] ?? tone
}

export function $createCalloutNode(tone: CalloutTone): CalloutNode {
  return $create(CalloutNode).setTone(tone)
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return node instanceof CalloutNode
}
