import { type PointerEvent, useRef } from 'react'
import { useStore } from 'zustand'
import { playback, seek } from './playback.ts'
import { Thumbnails } from './Thumbnails.tsx'
import { TrimHandle } from './TrimHandle.tsx'
import { useFrames } from './useFrames.ts'
import type { Trim } from './video-step.ts'
import classes from './video.module.css'

/** The recording from left to right. What is cut is veiled; a click shows that moment. */
export function TrimBar({ trim, frameUrl }: { trim: Trim; frameUrl: (at: number) => string }) {
  const bar = useRef<HTMLDivElement>(null)
  const time = useStore(playback, (state) => state.time)
  const { ranges, seconds } = trim
  const frames = useFrames(seconds, frameUrl)
  const share = (at: number) => `${(seconds > 0 ? at / seconds : 0) * 100}%`

  function momentAt(clientX: number): number {
    const box = bar.current?.getBoundingClientRect()
    return box ? ((clientX - box.left) / box.width) * seconds : 0
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    const element = event.currentTarget
    element.setPointerCapture(event.pointerId)
    seek(momentAt(event.clientX))
    const move = (moved: globalThis.PointerEvent) => seek(momentAt(moved.clientX))
    element.addEventListener('pointermove', move)
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), {
      once: true,
    })
  }

  return (
    <div className={classes.bar} ref={bar}>
      <div className={classes.strip} onPointerDown={onPointerDown}>
        <Thumbnails frames={frames} />
        <div className={classes.veil} />
      </div>
      {ranges.map((range, index) => (
        <div
          // Ranges have no names: their place is what tells them apart.
          key={index}
          className={classes.range}
          style={{ left: share(range.start), width: share(range.end - range.start) }}
        >
          <div className={classes.window}>
            <div
              className={classes.windowStrip}
              style={{
                left: `${(-range.start / (range.end - range.start)) * 100}%`,
                width: `${(seconds / (range.end - range.start)) * 100}%`,
              }}
            >
              <Thumbnails frames={frames} />
            </div>
          </div>
          <TrimHandle trim={trim} index={index} end="start" momentAt={momentAt} />
          <TrimHandle trim={trim} index={index} end="end" momentAt={momentAt} />
        </div>
      ))}
      <div className={classes.playhead} style={{ left: share(Math.min(time, seconds)) }} />
    </div>
  )
}
