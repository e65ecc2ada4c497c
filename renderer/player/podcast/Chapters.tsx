import type { PodcastBundleStep } from '../../../shared/bundle/format.ts'
import { clock } from '../recording/times.ts'
import type { Words } from '../words/words.ts'

/** The episode's chapters, each a way to where it begins; `chapter-picture.ts` shows their pictures while they are heard. */
export function Chapters({ chapters, words }: { chapters: PodcastBundleStep['chapters']; words: Words }) {
  if (chapters.length === 0) return null
  return (
    <details className="transcript chapters" open>
      <summary>{words.chapters}</summary>
      <ol>
        {chapters.map(({ start, title, picture }) => (
          <li key={start}>
            <button type="button" className="cue" data-at={start} data-picture={picture}>
              <span className="chapter-title">{title}</span>{' '}
              <span className="chapter-time">{clock(start)}</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}
