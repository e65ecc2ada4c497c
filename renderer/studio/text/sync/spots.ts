import {
  $createNodeSelection,
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'

/**
 * A place in a text that outlives Lexical's nodes: which block, and how many characters in. A break counts one, and so does
 * each step into the next item or cell.
 */
export type Spot = { block: number; offset: number }
export type Caret =
  | { anchor: Spot; focus: Spot; isOnBlankLine: boolean }
  /** A picture is selected. */
  | { picture: number }

/** Where the selection is; null when there is none. */
export function $caret(): Caret | null {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) {
    const block = $getRoot().getChildAtIndex($spotOf(selection.anchor).block)
    return {
      anchor: $spotOf(selection.anchor),
      focus: $spotOf(selection.focus),
      isOnBlankLine: selection.isCollapsed() && $isElementNode(block) && block.isEmpty(),
    }
  }
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes()
    const index = node?.getTopLevelElement()?.getIndexWithinParent()
    return index === undefined ? null : { picture: index }
  }
  return null
}

/** Puts the selection as near to `caret` as the text allows. */
export function $setCaret(caret: Caret): void {
  const root = $getRoot()
  if ('picture' in caret) {
    const node = root.getChildAtIndex(caret.picture)
    if (!node) return
    const selection = $createNodeSelection()
    selection.add(node.getKey())
    $setSelection(selection)
    return
  }
  const selection = $createRangeSelection()
  $setPoint(selection, 'anchor', caret.anchor)
  $setPoint(selection, 'focus', caret.focus)
  $setSelection(selection)
}

function $setPoint(selection: RangeSelection, end: 'anchor' | 'focus', spot: Spot): void {
  const root = $getRoot()
  const isBeyond = spot.block >= root.getChildrenSize()
  const top = isBeyond ? root.getLastChild() : root.getChildAtIndex(spot.block)
  if (!$isElementNode(top)) {
    selection[end].set('root', Math.min(spot.block, root.getChildrenSize()), 'element')
    return
  }
  const { key, offset, type } = $placeIn(top, isBeyond ? Number.POSITIVE_INFINITY : spot.offset)
  selection[end].set(key, offset, type)
}

function $spotOf(point: PointType): Spot {
  const node = point.getNode()
  const top = node.getTopLevelElement()
  if (!top) return { block: point.offset, offset: 0 }
  return { block: top.getIndexWithinParent(), offset: $isElementNode(top) ? $offsetIn(top, point) : 0 }
}

/** The leaves and joints of a block, in order: what a spot counts. */
type Piece =
  | { type: 'text'; node: LexicalNode; size: number }
  | { type: 'break'; node: LexicalNode; size: 1 }
  | { type: 'joint'; size: 1 }
  /** The end of an element's children; counts nothing, but a point can be there. */
  | { type: 'end'; node: ElementNode; size: 0 }

function* $pieces(element: ElementNode): Generator<Piece> {
  let isFirst = true
  for (const node of element.getChildren()) {
    if ($isTextNode(node)) yield { type: 'text', node, size: node.getTextContentSize() }
    else if ($isLineBreakNode(node)) yield { type: 'break', node, size: 1 }
    else if ($isElementNode(node)) {
      if (!node.isInline() && !isFirst) yield { type: 'joint', size: 1 }
      yield* $pieces(node)
    }
    isFirst = false
  }
  yield { type: 'end', node: element, size: 0 }
}

function $offsetIn(top: ElementNode, point: PointType): number {
  const target = point.getNode()
  const before =
    point.type === 'element' && $isElementNode(target) ? target.getChildAtIndex(point.offset) : null
  let count = 0
  for (const piece of $pieces(top)) {
    if (piece.type === 'end') {
      if (before === null && piece.node.is(target)) return count
    } else if (piece.type !== 'joint') {
      if (piece.node.is(target)) return count + point.offset
      if (before && (piece.node.is(before) || before.isParentOf(piece.node))) return count
    }
    count += piece.size
  }
  return count
}

function $placeIn(
  top: ElementNode,
  offset: number,
): { key: string; offset: number; type: 'text' | 'element' } {
  let count = 0
  let last = { key: top.getKey(), offset: 0, type: 'element' as 'text' | 'element' }
  for (const piece of $pieces(top)) {
    if (piece.type === 'text') {
      if (offset <= count + piece.size)
        return { key: piece.node.getKey(), offset: Math.max(offset - count, 0), type: 'text' }
      last = { key: piece.node.getKey(), offset: piece.size, type: 'text' }
    } else if (piece.type === 'break') {
      const parent = piece.node.getParentOrThrow()
      const index = piece.node.getIndexWithinParent()
      if (offset <= count) return { key: parent.getKey(), offset: index, type: 'element' }
      last = { key: parent.getKey(), offset: index + 1, type: 'element' }
    } else if (piece.type === 'end' && !piece.node.isInline()) {
      const isAfterText = $isTextNode(piece.node.getLastChild())
      const holdsText = piece.node.isEmpty() || $isLineBreakNode(piece.node.getLastChild())
      if (!isAfterText && holdsText) {
        const end = {
          key: piece.node.getKey(),
          offset: piece.node.getChildrenSize(),
          type: 'element' as const,
        }
        if (offset <= count) return end
        last = end
      }
    }
    count += piece.size
  }
  return last
}

/** The characters of a block as spots count them. */
export function $wordsOf(top: LexicalNode): string {
  if (!$isElementNode(top)) return ''
  let words = ''
  for (const piece of $pieces(top))
    words += piece.type === 'text' ? piece.node.getTextContent() : '\n'.repeat(piece.size)
  return words
}
