import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'

export type PanelName = 'outline' | 'inspector'
export type Panels = ReturnType<typeof usePanels>

/** Widths in pixels. */
const limits = { outline: { min: 200, max: 420 }, inspector: { min: 240, max: 480 } } as const
const usual = { outline: 264, inspector: 304 }

/** Which side panels are open and how wide they are. Where three columns do not fit, one panel at most lies over the canvas. */
export function usePanels() {
  const [width, setWidth] = useLocalStorage({ key: 'morsel-panel-widths', defaultValue: usual })
  const [wide, setWide] = useLocalStorage({
    key: 'morsel-panels',
    defaultValue: { outline: true, inspector: true },
  })
  const [narrow, setNarrow] = useState<PanelName | null>(null)
  const isNarrow = useMediaQuery('(max-width: 1000px)') ?? false

  return {
    isNarrow,
    open: isNarrow ? { outline: narrow === 'outline', inspector: narrow === 'inspector' } : wide,
    width,
    limits,
    toggle: (panel: PanelName) => {
      if (isNarrow) setNarrow((before) => (before === panel ? null : panel))
      else setWide((before) => ({ ...before, [panel]: !before[panel] }))
    },
    /** Where a panel lies over the canvas, what was chosen in it is seen once it is out of the way. */
    uncover: () => setNarrow(null),
    resize: (panel: PanelName, to: number) => {
      const { min, max } = limits[panel]
      setWidth((before) => ({ ...before, [panel]: Math.round(Math.min(max, Math.max(min, to))) }))
    },
  }
}
