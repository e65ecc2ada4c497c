const name = 'morsel-kept-selection'

/** Keeps the selected words marked while the focus is in a field about them; returns what ends it. */
export function showKeptSelection(): () => void {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || !('highlights' in CSS)) return () => {}
  CSS.highlights.set(name, new Highlight(selection.getRangeAt(0).cloneRange()))
  return () => void CSS.highlights.delete(name)
}
