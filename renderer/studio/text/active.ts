import type { LexicalEditor } from 'lexical'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** The editor that is being written in, with what the toolbar may ask of it. */
export type ActiveText = {
  editor: LexicalEditor
  mode: 'blocks' | 'inline'
  openLink: () => void
  insertPictures: (files: readonly File[]) => void
  /** The person has gone elsewhere. */
  onLeave: () => void
}

const store = createStore<{ active: ActiveText | null; mounted: number }>(() => ({
  active: null,
  mounted: 0,
}))

export const useActiveText = (): ActiveText | null => useStore(store, ({ active }) => active)
/** Whether there is any text to edit on the screen. */
export const useHasText = (): boolean => useStore(store, ({ mounted }) => mounted > 0)

export function enterText(active: ActiveText): void {
  const before = store.getState().active
  if (before?.editor === active.editor) return
  before?.onLeave()
  store.setState({ active })
}

/** Counts an editor in as long as it is on the screen. */
export function mountText(editor: LexicalEditor): () => void {
  if (store.getState().mounted === 0) {
    document.addEventListener('focusin', followFocus)
    document.addEventListener('focusout', followBlur)
  }
  store.setState(({ mounted }) => ({ mounted: mounted + 1 }))
  return () => {
    store.setState(({ mounted, active }) => ({
      mounted: mounted - 1,
      active: active?.editor === editor ? null : active,
    }))
    if (store.getState().mounted > 0) return
    document.removeEventListener('focusin', followFocus)
    document.removeEventListener('focusout', followBlur)
  }
}

/** On elements that belong to the text being edited though they lie elsewhere: toolbar, menus, popovers. */
export const textTools = { 'data-text-tools': '' }

/** Where the focus goes decides whether a text is still being edited: its own element and its tools keep it. */
function onFocus(target: EventTarget | null): void {
  const { active } = store.getState()
  if (!active) return
  const isWithin =
    target instanceof Element &&
    (active.editor.getRootElement()?.contains(target) || target.closest('[data-text-tools]') !== null)
  if (isWithin) return
  store.setState({ active: null })
  active.onLeave()
}

const followFocus = (event: FocusEvent) => onFocus(event.target)
const followBlur = (event: FocusEvent) => {
  // Without a next element the focus is nowhere, unless it is in another window.
  if (event.relatedTarget === null && document.hasFocus()) setTimeout(() => onFocus(document.activeElement))
}
