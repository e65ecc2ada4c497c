import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { Range } from '../../../../shared/model/steps/video.ts'
import { playback, whatNext } from './playback.ts'
import { rangeAt } from './ranges.ts'

/** Ties a video element to the playback state, and makes it play the kept ranges alone. */
export function useKeptPlayback(video: RefObject<HTMLVideoElement | null>, ranges: readonly Range[]): void {
  const next = useEffectEvent((current: number, time: number) => whatNext(ranges, current, time))
  const rangeHere = useEffectEvent((time: number) => rangeAt(ranges, time))

  useEffect(() => {
    const element = video.current
    if (!element) return
    let frame = 0
    let current = -1
    playback.setState({ element, time: element.currentTime, isPlaying: false, isBroken: false })

    const follow = () => {
      const time = element.currentTime
      if (current < 0) current = rangeHere(time)
      const step = next(current, time)
      if (step.do === 'jump') {
        current = step.range
        element.currentTime = step.to
      } else if (step.do === 'stop') {
        element.pause()
        element.currentTime = step.at
      }
      playback.setState({ time: element.currentTime })
      frame = element.paused ? 0 : requestAnimationFrame(follow)
    }
    const onPlay = () => {
      current = -1
      playback.setState({ isPlaying: true })
      frame = requestAnimationFrame(follow)
    }
    const onPause = () => {
      cancelAnimationFrame(frame)
      playback.setState({ isPlaying: false, time: element.currentTime })
    }
    const onSeeked = () => playback.setState({ time: element.currentTime })
    // HEVC and its like play as sound alone, without an error: only the missing picture tells.
    const onMetadata = () => playback.setState({ isBroken: element.videoWidth === 0 })
    const onError = () => playback.setState({ isBroken: true })

    element.addEventListener('play', onPlay)
    element.addEventListener('pause', onPause)
    element.addEventListener('seeked', onSeeked)
    element.addEventListener('loadedmetadata', onMetadata)
    element.addEventListener('error', onError)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('play', onPlay)
      element.removeEventListener('pause', onPause)
      element.removeEventListener('seeked', onSeeked)
      element.removeEventListener('loadedmetadata', onMetadata)
      element.removeEventListener('error', onError)
      playback.setState({ element: null, isPlaying: false })
    }
  }, [video])
}
