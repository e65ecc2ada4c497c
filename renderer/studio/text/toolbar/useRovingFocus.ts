import { type KeyboardEvent, useRef, useState } from 'react'

/** One stop of Tab for a whole toolbar, the arrows go along it (WAI-ARIA toolbar pattern); Escape runs `onLeave`. */
export function useRovingFocus(onLeave: () => void) {
  const ref = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)

  function onKeyDown(event: KeyboardEvent) {
    if (!ref.current?.contains(event.target as Node)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onLeave()
      return
    }
    const tools = [...ref.current.querySelectorAll<HTMLElement>('[data-tool]')]
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const index = tools.indexOf(document.activeElement as HTMLElement)
    if (index < 0) return
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tools.length - 1
          : step !== undefined
            ? (index + step + tools.length) % tools.length
            : null
    if (to === null) return
    event.preventDefault()
    setCurrent(to)
    tools[to]?.focus()
  }

  return { ref, onKeyDown, tabIndexOf: (place: number) => (place === current ? 0 : -1) }
}
