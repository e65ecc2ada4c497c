import type { KeyboardEvent, PointerEvent } from 'react'
import type { PanelName, Panels } from './usePanels.ts'
import classes from './editor.module.css'

/** The edge of a side panel: dragged, or moved with the arrow keys. */
export function PanelHandle({ panels, panel }: { panels: Panels; panel: PanelName }) {
  const width = panels.width[panel]
  const { min, max } = panels.limits[panel]
  const outward = panel === 'outline' ? 1 : -1

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    const handle = event.currentTarget
    const startX = event.clientX
    handle.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) =>
      panels.resize(panel, width + (moved.clientX - startX) * outward)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    panels.resize(panel, width + direction * outward * 16)
  }

  return (
    <div
      className={classes.handle}
      data-panel={panel}
      role="separator"
      aria-orientation="vertical"
      aria-label={panel === 'outline' ? 'Width of the outline' : 'Width of the settings'}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
