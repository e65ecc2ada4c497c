/** Puts the caret into the stem of a question that was just added, once it is there. */
export function focusQuestion(id: string): void {
  focusWhenThere(`[data-question="${CSS.escape(id)}"] [contenteditable="true"]`)
}

/** Puts the caret into a choice that was just added. */
export function focusChoice(question: string, choice: string): void {
  focusWhenThere(
    `[data-question="${CSS.escape(question)}"] [data-choice="${CSS.escape(choice)}"] [contenteditable="true"]`,
  )
}

/** Focus waits two frames: for React to draw, and for a menu that closes to give the focus back first. */
function focusWhenThere(selector: string): void {
  const later = (frames: number) => {
    if (frames > 0) requestAnimationFrame(() => later(frames - 1))
    else document.querySelector<HTMLElement>(selector)?.focus()
  }
  later(2)
}
