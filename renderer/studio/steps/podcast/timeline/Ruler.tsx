import { type KeyboardEvent, memo, type PointerEvent, type RefObject } from 'react'
import { useStore } from 'zustand'
import { clock, timeInWords } from '../../../../player/views.ts'
import { bringIntoView } from './play/bring-into-view.ts'
import { PlayheadKnob } from './play/Playhead.tsx'
import type { Player } from './play/player.ts'
import { togglePlaying } from './play/Transport.tsx'
import classes from './timeline.module.css'

/** Seconds between two marks: such that their words have room. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600]

/** Marks of time above the lanes; a press puts the playhead there, and so do keys. */
export function Ruler({
  player,
  seconds,
  scale,
  scroll,
}: {
  player: Player
  seconds: number
  /** Pixels a second. */
  scale: number
  scroll: RefObject<HTMLDivElement | null>
}) {
  const at = useStore(player.state, (state) => Math.round(Math.min(state.seconds, seconds)))

  function seekTo(to: number) {
    player.seek(to)
    const box = scroll.current
    if (box) bringIntoView(box, player.position() * scale)
  }

  /** Arrow keys go by a second, with Shift by ten, as Page Up and Page Down do. */
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    const far = { PageDown: -10, PageUp: 10 }[event.key]
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ') togglePlaying(player)
    else if (event.key === 'Home') seekTo(0)
    else if (event.key === 'End') seekTo(seconds)
    else if (far !== undefined) seekTo(player.position() + far)
    else if (by !== undefined) seekTo(player.position() + by * (event.shiftKey ? 10 : 1))
    else return
    event.preventDefault()
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    const element = event.currentTarget
    const { left } = element.getBoundingClientRect()
    const box = scroll.current
    const begun = box?.scrollLeft ?? 0
    const seek = (clientX: number) => player.seek((clientX - left + (box?.scrollLeft ?? 0) - begun) / scale)
    element.setPointerCapture(event.pointerId)
    seek(event.clientX)
    const move = (moved: globalThis.PointerEvent) => seek(moved.clientX)
    element.addEventListener('pointermove', move)
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), {
      once: true,
    })
  }

  return (
    <div
      className={classes.ruler}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={at}
      aria-valuetext={`${timeInWords(at, 'en')} of ${timeInWords(Math.round(seconds), 'en')}`}
      aria-keyshortcuts="Space"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <Marks seconds={seconds} scale={scale} />
      <PlayheadKnob player={player} scale={scale} />
    </div>
  )
}

const Marks = memo(function Marks({ seconds, scale }: { seconds: number; scale: number }) {
  const step = steps.find((candidate) => candidate * scale >= 64) ?? 600
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, at) => (
    <span key={at} style={{ left: at * step * scale }} aria-hidden>
      {clock(at * step)}
    </span>
  ))
})
