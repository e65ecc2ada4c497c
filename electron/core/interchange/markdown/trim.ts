import type { Inline } from '../../../../shared/model/richtext/schema.ts'

/** Without the breaks at both ends, where they would not show and Markdown cannot say them. */
export function trimBreaks(nodes: readonly Inline[]): Inline[] {
  const shown = nodes.filter((node) => !isEmpty(node))
  const first = shown.findIndex((node) => node.type !== 'break')
  const last = shown.findLastIndex((node) => node.type !== 'break')
  return first < 0 ? [] : shown.slice(first, last + 1)
}

/** The same, and without blank space at both ends: for text that was cut from its surroundings. */
export function trimInline(nodes: readonly Inline[]): Inline[] {
  const kept = trimBreaks(nodes)
  const first = kept.at(0)
  if (first?.type === 'text' && /^\s/.test(first.text))
    return trimInline([{ ...first, text: first.text.trimStart() }, ...kept.slice(1)])
  const last = kept.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.text))
    return trimInline([...kept.slice(0, -1), { ...last, text: last.text.trimEnd() }])
  return kept
}

function isEmpty(node: Inline): boolean {
  return node.type === 'text' ? node.text === '' : node.type === 'link' && node.children.every(isEmpty)
}
