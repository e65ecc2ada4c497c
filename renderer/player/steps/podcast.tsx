import type { PodcastBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import { Chapters } from '../podcast/Chapters.tsx'
import { Cover } from '../podcast/Cover.tsx'
import { Transcript } from '../podcast/Transcript.tsx'
import { Transport } from '../podcast/Transport.tsx'
import { Played } from '../recording/Played.tsx'
import { showProblem } from '../recording/show-problem.ts'
import { Speed } from '../recording/Speed.tsx'
import { timeInWords } from '../recording/times.ts'
import type { StepScreenProps } from './types.ts'

/**
 * An episode. Without a script it has the browser's own controls; `parts/podcast.ts` puts ours in their place, and everything
 * that is to be pressed beside them says as `data-at` or `data-by` where it leads.
 */
export function PodcastView({ step, words, language, isLater }: StepScreenProps<PodcastBundleStep>) {
  const { intro, source, seconds, cover, chapters, cues, title, mayDownload, mustListen } = step
  const speakers = [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))]
  return (
    <>
      <Content html={intro} />
      <div key={source} className="podcast">
        <div className="episode">
          <div className="episode-head">
            <Cover source={cover} />
            <div className="episode-words">
              {chapters[0] ? <p className="chapter-now">{chapters[0].title}</p> : null}
              {speakers.length > 0 ? (
                <p className="speakers">{new Intl.ListFormat(language).format(speakers)}</p>
              ) : null}
              <p className="episode-length">{timeInWords(roundedLength(seconds), language, 'short')}</p>
            </div>
          </div>
          {/* The transcript says what is said. */}
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
          <audio
            src={source}
            onError={showProblem}
            controls
            preload={isLater ? 'none' : 'metadata'}
            aria-label={title}
          />
          <Transport seconds={seconds} language={language} words={words} />
          <p className="problem" role="alert" hidden>
            {words.audioProblem}
          </p>
          <div className="recording-line">
            {mayDownload ? (
              <a className="link" href={source} download={fileName(title, source)}>
                {words.download}
              </a>
            ) : null}
            <Speed words={words} />
          </div>
          {mustListen === null ? null : <Played sentence={words.heardOf} done={words.heard} />}
        </div>
        <Chapters chapters={chapters} words={words} />
        <Transcript step={step} language={language} words={words} />
      </div>
    </>
  )
}

/** Seconds, in whole minutes where it is more than one. */
const roundedLength = (seconds: number) => (seconds < 60 ? seconds : Math.round(seconds / 60) * 60)

/** What a downloaded episode is called: its title, with the ending of the file that is published. */
function fileName(title: string, source: string): string {
  const name = title.replace(/[\\/:*?"<>|]+/g, ' ').trim()
  return `${name || 'episode'}${/\.\w+$/.exec(source)?.[0] ?? ''}`
}
