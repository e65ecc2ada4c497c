import { fill } from '../words/words.ts'

export const find = (within: ParentNode, selector: string) => within.querySelector<HTMLElement>(selector)

export const findAll = (within: ParentNode, selector: string) => [
  ...within.querySelectorAll<HTMLElement>(selector),
]

/** Shows an element, or takes it out of sight and of reach. */
export function show(element: HTMLElement | null, isShown: boolean): void {
  if (element) element.hidden = !isShown
}

/** Writes the sentence that the element keeps as `data-words` (or another name), filled in. Nothing changes: nothing is announced. */
export function say(
  element: HTMLElement | null,
  values: Record<string, string | number> = {},
  name = 'words',
): void {
  if (element) write(element, fill(element.dataset[name] ?? '', values))
}

export function write(element: Element | null, words: string): void {
  if (element && element.textContent !== words) element.textContent = words
}

/** Sets an attribute; undefined takes it away. */
export function mark(element: Element | null, name: string, value: string | undefined): void {
  if (value === undefined) element?.removeAttribute(name)
  else element?.setAttribute(name, value)
}

/** A word that is said in many places: the frame keeps each as `data-…`. None for what it does not know. */
export const sharedWord = (name = ''): string => find(document, '.morsel')?.dataset[name] ?? ''

/** Says how what an element stands for stands: `done`, `locked`, or undefined for neither. */
export function markState(element: HTMLElement, state: 'done' | 'locked' | undefined): void {
  mark(element, 'data-state', state)
  write(find(element, '.state-word'), sharedWord(state))
}
