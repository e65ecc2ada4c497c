import { createStore } from 'zustand/vanilla'
import type { Range } from '../../../../shared/model/steps/video.ts'
import { rangeAt } from './ranges.ts'

/** The video on the canvas, as the timeline and the inspector see it. Session state: never saved. */
export type Playback = {
  element: HTMLVideoElement | null
  /** The moment shown, in seconds of the original. */
  time: number
  isPlaying: boolean
  /** The browser could not show this file though it should be playable. */
  isBroken: boolean
}

export const playback = createStore<Playback>(() => ({
  element: null,
  time: 0,
  isPlaying: false,
  isBroken: false,
}))

/** Shows the moment `to`, as far as the recording has it. */
export function seek(to: number): void {
  const { element } = playback.getState()
  if (!element) return
  const last = Number.isFinite(element.duration) ? element.duration : to
  const time = Math.min(Math.max(to, 0), last)
  element.currentTime = time
  playback.setState({ time })
}

/** Plays the kept ranges from here, or from the first when this moment is cut; pauses when playing. */
export function playOrPause(ranges: readonly Range[]): void {
  const { element, isPlaying, time } = playback.getState()
  if (!element) return
  if (isPlaying) return element.pause()
  const isCut = rangeAt(ranges, time) < 0
  if (isCut || element.ended) seek((ranges.find(({ start }) => start > time) ?? ranges[0])?.start ?? 0)
  element.play().catch(() => playback.setState({ isPlaying: false }))
}

/**
 * What to do at `time` while `current` plays: go on, jump to the next kept range, or stop at the end of the last.
 * `tolerance` in seconds is how far from the end counts as reached.
 */
export function whatNext(
  ranges: readonly Range[],
  current: number,
  time: number,
  tolerance = 0.02,
): { do: 'go-on' } | { do: 'jump'; to: number; range: number } | { do: 'stop'; at: number } {
  const range = ranges[current]
  if (!range || time < range.end - tolerance) return { do: 'go-on' }
  const next = ranges[current + 1]
  return next ? { do: 'jump', to: next.start, range: current + 1 } : { do: 'stop', at: range.end }
}
