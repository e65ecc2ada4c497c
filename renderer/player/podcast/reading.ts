/** Milliseconds after which a transcript that was moved by hand follows what is said again. */
const readingTime = 8000

/** Whoever moves through the transcript reads ahead or again: for a while it stays where they put it. */
export function letRead(root: HTMLElement): void {
  let timer = 0
  for (const type of ['wheel', 'touchmove', 'keydown'])
    root.addEventListener(
      type,
      ({ target }) => {
        const box = target instanceof Element && target.closest('.cues')
        if (!box) return
        box.classList.add('is-read')
        window.clearTimeout(timer)
        timer = window.setTimeout(() => box.classList.remove('is-read'), readingTime)
      },
      { passive: true },
    )
}
