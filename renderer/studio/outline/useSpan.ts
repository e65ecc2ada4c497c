import { type RefObject, useCallback, useState } from 'react'
import type { Span } from './window.ts'

/** Drawing again at every pixel would make scrolling slow; lines beyond what is seen make up for it. */
const step = 200

/**
 * Which part of a scrolling element can be seen, rounded outwards to whole steps of 200 pixels. `attach` is the element's
 * ref; it fills `scrollerRef`, too.
 */
export function useSpan(scrollerRef: RefObject<HTMLElement | null>) {
  const [span, setSpan] = useState<Span>(() => ({ top: 0, bottom: window.innerHeight }))

  const attach = useCallback(
    (element: HTMLElement | null) => {
      // React calls what is returned instead of calling with null.
      if (!element) return undefined
      const look = () => {
        const top = Math.floor(element.scrollTop / step) * step
        const bottom = Math.ceil((element.scrollTop + element.clientHeight) / step) * step
        setSpan((before) => (before.top === top && before.bottom === bottom ? before : { top, bottom }))
      }
      const observer = new ResizeObserver(look)
      observer.observe(element)
      element.addEventListener('scroll', look, { passive: true })
      scrollerRef.current = element
      return () => {
        scrollerRef.current = null
        element.removeEventListener('scroll', look)
        observer.disconnect()
      }
    },
    [scrollerRef],
  )

  return { span, attach }
}
