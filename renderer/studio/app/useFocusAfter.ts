import { useEffect, useRef } from 'react'

/**
 * After a sheet has closed, the focus is on the button or row that opens it, unless it went back to where it came from: a sheet
 * opened by a command came from the palette, which is gone.
 */
export function useFocusAfter(sheet: string | null): void {
  const last = useRef(sheet)
  useEffect(() => {
    const closed = sheet === null ? last.current : null
    last.current = sheet
    if (closed === null) return undefined
    // The sheet gives the focus back in its own time, which is over by then.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body)
        document.querySelector<HTMLElement>(`[data-opens="${closed}"]`)?.focus()
    }, 100)
    return () => clearTimeout(timer)
  }, [sheet])
}
