/** Pixels of the lanes' names, which stay where they are, and what is to be seen beside the playhead. */
const names = 104
const room = 48

/** Whether the lanes are seen at so many pixels from where they begin. */
export function isInView(box: HTMLElement, x: number): boolean {
  return x >= box.scrollLeft && x <= box.scrollLeft + box.clientWidth - names - 2
}

/** Scrolls the lanes so that what comes after `x` is seen; at once for those who want no motion. */
export function bringIntoView(box: HTMLElement, x: number): void {
  if (isInView(box, x)) return
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  box.scrollTo({ left: Math.max(0, x - room), behavior: isStill ? 'instant' : 'smooth' })
}
