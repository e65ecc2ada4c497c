/** Where an arrow or a sideways swipe already means something else. */
const ownArrows = 'input, select, video, audio, .table'
const ownSwipes = 'video, audio, .table'

/** Pixels a finger has to go sideways, and how many times as far as up or down. */
const swipeDistance = 56
const swipeSlope = 1.8

/** Lets the learner go back and on with the arrow keys and by swiping, towards the side the language reads. */
export function listenForWaysThrough(
  page: Document,
  { direction, goBy }: { direction: 'ltr' | 'rtl'; goBy: (screens: -1 | 1) => void },
): void {
  const towardsRight = direction === 'ltr' ? 1 : -1
  const isWithin = ({ target }: Event, selector: string) =>
    target instanceof Element && target.closest(selector) !== null

  // The list of steps lies over the screen: it closes as such things do.
  const contents = () => page.querySelector<HTMLDetailsElement>('.contents[open]')

  page.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event
    const list = contents()
    if (key === 'Escape' && list) {
      list.open = false
      list.querySelector('summary')?.focus()
    }
    const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (!side || defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return
    if (isWithin(event, ownArrows)) return
    event.preventDefault()
    goBy(side === towardsRight ? 1 : -1)
  })

  page.addEventListener('click', (event) => {
    const list = contents()
    if (list && !isWithin(event, '.contents')) list.open = false
  })

  let start: Touch | undefined
  page.addEventListener(
    'touchstart',
    (event) => {
      // Two fingers zoom, and in a zoomed page one finger looks around.
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.05
      const isSwipe = event.touches.length === 1 && !isZoomed && !isWithin(event, ownSwipes)
      start = isSwipe ? event.touches[0] : undefined
    },
    { passive: true },
  )
  page.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!start || !end) return
    const across = end.clientX - start.clientX
    const down = end.clientY - start.clientY
    start = undefined
    if (Math.abs(across) < swipeDistance || Math.abs(across) < Math.abs(down) * swipeSlope) return
    // Whoever selects words with a finger does not mean to leave.
    if (page.getSelection()?.isCollapsed === false) return
    // The screen follows the finger: dragging it to the right shows what lies to its left.
    goBy(across < 0 === towardsRight > 0 ? 1 : -1)
  })
}
