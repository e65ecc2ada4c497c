import type { TrackingKind } from '../../../shared/bundle/format.ts'
import type { Words } from '../words/words.ts'
import { Icon } from './Icon.tsx'

/**
 * A quiet sentence about what is and is not recorded, which the learner can put away. The script shows the one that holds,
 * by its name (`NoticeWord`); those are written that this way of tracking may say.
 */
export function Notice({ tracking, words }: { tracking: TrackingKind; words: Words }) {
  const sentences =
    tracking === 'local'
      ? { 'data-not-kept': words.notKept }
      : {
          'data-untracked': words.untracked,
          'data-not-recorded': words.notRecorded,
          'data-read-only': words.readOnly,
        }
  return (
    <output>
      <div className="notice" hidden {...sentences}>
        <p />
        <button type="button" className="icon-button" data-do="dismiss" aria-label={words.dismiss}>
          <Icon name="notRight" />
        </button>
      </div>
    </output>
  )
}
