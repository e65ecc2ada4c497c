import type { InlineText, List, ListItem } from '../../../../shared/model/richtext/schema.ts'

/** A paragraph of Word's that is a list item: how deep (from 1), and what stands before it. */
export type WordItem = { level: number; isOrdered: boolean; children: InlineText }

/** How deep a paragraph lies in a list of Word's, which writes lists as paragraphs; null when it is no item. */
export function wordListLevel(element: HTMLElement): number | null {
  const level = /mso-list:\s*\S+\s+level(\d+)/i.exec(element.getAttribute('style') ?? '')?.[1]
  return level === undefined ? null : Number(level)
}

/** Whether an element is the bullet or number that Word writes into the paragraph. */
export function isWordMarker(element: HTMLElement): boolean {
  return /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')
}

/** Whether the bullet or number of a paragraph of Word's counts. */
export function isWordNumber(element: HTMLElement): boolean {
  const marker = [...element.querySelectorAll<HTMLElement>('[style]')].find(isWordMarker)
  return /^\s*\(?[0-9a-z]{1,4}[.)]/i.test(marker?.textContent ?? '')
}

/** Items in a row as one list, lists inside lists by their levels. */
export function wordList(items: readonly WordItem[]): List | null {
  const [first] = items
  if (!first) return null
  const list: List = { type: 'list', ordered: first.isOrdered, items: [] }
  for (let index = 0; index < items.length; ) {
    const item = items[index]
    if (!item) break
    let end = index + 1
    while (end < items.length && (items[end]?.level ?? 0) > first.level) end += 1
    const inner = wordList(items.slice(index + 1, end))
    const own: ListItem = { children: item.children }
    list.items.push(inner ? { ...own, list: inner } : own)
    index = end
  }
  return list
}
