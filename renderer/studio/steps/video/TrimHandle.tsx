import type { KeyboardEvent, PointerEvent } from 'react'
import { newKey } from '../../../../shared/ids.ts'
import { formatMoment } from '../../../../shared/model/moment.ts'
import { seek } from './playback.ts'
import { shortest, withEnd } from './ranges.ts'
import type { Trim } from './video-step.ts'
import classes from './video.module.css'

/** One end of a kept range: dragged, or moved by a frame with the arrow keys and by a second with Shift. Shows its frame. */
export function TrimHandle({
  trim,
  index,
  end,
  momentAt,
}: {
  trim: Trim
  index: number
  end: 'start' | 'end'
  momentAt: (clientX: number) => number
}) {
  const { ranges, seconds, frame } = trim
  const range = ranges[index]
  if (!range) return null
  const value = range[end]
  const label = end === 'start' ? 'Start of what is kept' : 'End of what is kept'

  function moveTo(moment: number, mergeKey: string) {
    const next = withEnd(ranges, index, end, moment, seconds)
    const shown = next[index]?.[end] ?? moment
    trim.setRanges('Trim video', next, mergeKey)
    seek(end === 'end' ? shown - Math.min(frame, 0.001) : shown)
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    handle.focus()
    handle.setPointerCapture(event.pointerId)
    const key = `drag:${newKey()}`
    const grabbed = momentAt(event.clientX) - value
    const move = (moved: globalThis.PointerEvent) => moveTo(momentAt(moved.clientX) - grabbed, key)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? 1 : frame
    const to = {
      ArrowLeft: value - step,
      ArrowDown: value - step,
      ArrowRight: value + step,
      ArrowUp: value + step,
      PageDown: value - 10,
      PageUp: value + 10,
      Home: 0,
      End: seconds,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    moveTo(to, `trim:${index}:${end}`)
  }

  return (
    <div
      className={classes.handle}
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-label={ranges.length > 1 ? `${label}, part ${index + 1}` : label}
      aria-valuemin={end === 'start' ? 0 : range.start + shortest}
      aria-valuemax={end === 'start' ? range.end - shortest : seconds}
      aria-valuenow={value}
      aria-valuetext={formatMoment(value)}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onFocus={() => seek(value)}
    />
  )
}
