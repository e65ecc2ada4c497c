/** Puts the caret into a line, at `caret` characters (its end by default), once it is there. */
export function focusLine(place: number, caret?: number): void {
  const later = (frames: number) => {
    if (frames > 0) {
      requestAnimationFrame(() => later(frames - 1))
      return
    }
    const field = document.querySelector<HTMLTextAreaElement>(`[data-line="${place}"] textarea`)
    if (field) enter(field, caret)
  }
  // For React to draw, and for a menu that closes to give the focus back first.
  later(2)
}

/** Puts the caret into the line before another (at its end) or after it (at its start). */
export function focusNeighbour(field: HTMLTextAreaElement, by: -1 | 1): void {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('[data-line] textarea')]
  const next = fields[fields.indexOf(field) + by]
  if (next) enter(next, by < 0 ? undefined : 0)
}

function enter(field: HTMLTextAreaElement, caret = field.value.length): void {
  field.focus()
  field.setSelectionRange(caret, caret)
}
