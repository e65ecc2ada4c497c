import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useStore } from 'zustand'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import type { StepEditorProps } from '../types.ts'
import { playback, playOrPause, seek } from './playback.ts'
import { useKeptPlayback } from './useKeptPlayback.ts'
import { usePoster } from './usePoster.ts'
import { trimOf } from './video-step.ts'
import classes from './video.module.css'

/** The recording, playing only what is kept. Arrow keys step by a frame, with Shift by a second; Space plays. */
export function VideoScreen({
  step,
  records,
  edit,
  mediaUrl,
  asset,
}: StepEditorProps<VideoStep> & { asset: Asset }) {
  const video = useRef<HTMLVideoElement>(null)
  const { ranges, frame } = trimOf(step, asset, edit)
  const isPlaying = useStore(playback, (state) => state.isPlaying)
  useKeptPlayback(video, ranges)
  const captions = step.captions === null ? undefined : records[step.captions]
  const poster = usePoster(step, asset, mediaUrl)

  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (direction !== undefined) seek(playback.getState().time + direction * (event.shiftKey ? 1 : frame))
    else if (event.key === ' ' || event.key === 'Enter') playOrPause(ranges)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.video} style={{ aspectRatio: `${asset.width ?? 16} / ${asset.height ?? 9}` }}>
      {/* Captions are what the author adds: until then there are none to show. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={video}
        className={classes.element}
        src={mediaUrl(asset)}
        poster={poster}
        preload="metadata"
        playsInline
      >
        {captions?.type === 'asset' && (
          <track kind="captions" src={mediaUrl(captions)} label="Captions" default />
        )}
      </video>
      <button
        type="button"
        className={classes.play}
        aria-label={isPlaying ? 'Pause' : 'Play what is kept'}
        aria-keyshortcuts="Space ArrowLeft ArrowRight"
        onClick={() => playOrPause(ranges)}
        onKeyDown={onKeyDown}
      >
        {!isPlaying && (
          <span className={classes.playMark}>
            <IconPlayerPlayFilled size={26} />
          </span>
        )}
      </button>
    </div>
  )
}
