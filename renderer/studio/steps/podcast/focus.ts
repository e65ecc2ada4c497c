/** Puts the caret into a line, at `caret` characters (its end by default), once it is there. */
export function focusLine(place: number, caret?: number): void {
  const later = (frames: number) => {
    if (frames > 0) {
      requestAnimationFrame(() => later(frames - 1))
      return
    }
    const field = document.querySelector<HTMLTextAreaElement>(`[data-line="${place}"] textarea`)
    if (!field) return
    field.focus()
    const at = caret ?? field.value.length
    field.setSelectionRange(at, at)
  }
  // For React to draw, and for a menu that closes to give the focus back first.
  later(2)
}
