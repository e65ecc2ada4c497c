import type { PodcastBundleStep } from '../../../shared/bundle/format.ts'
import { spokenChapters, type Turn } from './turns.ts'
import type { Words } from '../words/words.ts'

type TranscriptProps = { step: PodcastBundleStep; language: string; words: Words }

/**
 * All that is said, in paragraphs by speaker. Each sentence is a link to where it is said, which also works without a script:
 * then the browser opens the recording there.
 */
export function Transcript({ step, language, words }: TranscriptProps) {
  if (step.cues.length === 0) return null
  // Chinese and Japanese put nothing between sentences.
  const between = /^(zh|ja)\b/.test(language) ? '' : ' '
  return (
    <details className="transcript spoken">
      <summary>{words.transcript}</summary>
      <div className="cues">
        {spokenChapters(step).map(({ title, turns }, at) => (
          <section key={at}>
            {title === null ? null : <h2>{title}</h2>}
            {turns.map((turn) => (
              <Paragraph key={turn.cues[0]?.start} turn={turn} source={step.source} between={between} />
            ))}
          </section>
        ))}
      </div>
    </details>
  )
}

function Paragraph({ turn, source, between }: { turn: Turn; source: string; between: string }) {
  return (
    <>
      {turn.speaker === null ? null : <p className="speaker">{turn.speaker}</p>}
      <p>
        {turn.cues.map(({ start, text }) => [
          <a key={start} href={`${source}#t=${start}`} data-at={start}>
            {text}
          </a>,
          between,
        ])}
      </p>
    </>
  )
}
