import type { VideoBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import { Played } from '../recording/Played.tsx'
import { showProblem } from '../recording/show-problem.ts'
import { Speed } from '../recording/Speed.tsx'
import type { Words } from '../words/words.ts'

export type VideoViewProps = {
  step: Omit<VideoBundleStep, 'id' | 'kind'>
  words: Words
  /** Whether it is shown later: nothing of it is loaded until the script says so. */
  isLater?: boolean
}

/** A video with the browser's own controls, which every learner knows and every assistive technology works with. */
export function VideoView({ step, words, isLater = false }: VideoViewProps) {
  const { intro, source, width, height, poster, captions, title, mustWatch } = step
  return (
    <>
      <Content html={intro} />
      {/* An upright recording must not grow taller than the screen it is watched on. */}
      <div key={source} className={height > width ? 'video is-upright' : 'video'}>
        {/* Its own `src` and no `source`, whose errors Chromium does not tell once the element was moved. */}
        {/* Captions are the author's to give; the checks before publishing ask for them. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          src={source}
          onError={showProblem}
          controls
          playsInline
          preload={isLater ? 'none' : 'metadata'}
          width={width}
          height={height}
          aria-label={title}
          poster={isLater ? undefined : (poster ?? undefined)}
          data-poster={poster ?? undefined}
        >
          {captions === null ? null : (
            <track kind="captions" src={captions.source} srcLang={captions.language} label={captions.label} />
          )}
        </video>
        <p className="problem" role="alert" hidden>
          {words.videoProblem}
        </p>
        <div className="recording-line">
          {mustWatch === null ? null : <Played sentence={words.watchedOf} done={words.watched} />}
          <Speed words={words} />
        </div>
        {captions === null ? null : (
          <details className="transcript">
            <summary>{words.transcript}</summary>
            {/* `behaviour/transcript.ts` fills it from the captions. */}
            <div className="cues" />
          </details>
        )}
      </div>
    </>
  )
}
