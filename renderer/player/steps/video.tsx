import type { SyntheticEvent } from 'react'
import type { VideoBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import type { Words } from '../words/words.ts'

export type VideoViewProps = {
  step: Omit<VideoBundleStep, 'id' | 'kind'>
  words: Words
}

/** A video with the browser's own controls, which every learner knows and every assistive technology works with. */
export function VideoView({ step, words }: VideoViewProps) {
  const { intro, source, mediaType, width, height, poster, captions, title } = step
  return (
    <>
      <Content html={intro} />
      {/* An upright recording must not grow taller than the screen it is watched on. */}
      <div key={source} className={height > width ? 'video is-upright' : 'video'}>
        {/* Captions are the author's to give; the checks before publishing ask for them. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          controls
          playsInline
          preload="metadata"
          width={width}
          height={height}
          aria-label={title}
          poster={poster ?? undefined}
        >
          <source src={source} type={mediaType} onError={showProblem} />
          {captions === null ? null : (
            <track kind="captions" src={captions.source} srcLang={captions.language} label={captions.label} />
          )}
        </video>
        <p className="problem" role="alert" hidden>
          {words.videoProblem}
        </p>
      </div>
    </>
  )
}

/** Said by the page alone: whether a video loads is no state of the learner's, and is over with the element. */
function showProblem({ currentTarget }: SyntheticEvent<HTMLElement>): void {
  currentTarget.closest('.video')?.querySelector('.problem')?.removeAttribute('hidden')
}
