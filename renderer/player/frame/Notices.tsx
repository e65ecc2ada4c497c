import type { NoticeWord } from '../tracking/types.ts'
import type { Words } from '../words/words.ts'
import { Icon } from './Icon.tsx'

const noticeWords: readonly NoticeWord[] = ['untracked', 'notRecorded', 'readOnly', 'notKept']

/** The quiet sentences about what is and is not recorded; the one that holds is shown, and the learner can put it away. */
export function Notices({ words }: { words: Words }) {
  return (
    <output>
      {noticeWords.map((notice) => (
        <div key={notice} className="notice" data-notice={notice} hidden>
          <p>{words[notice]}</p>
          <button type="button" className="icon-button" data-do="dismiss" aria-label={words.dismiss}>
            <Icon name="notRight" />
          </button>
        </div>
      ))}
    </output>
  )
}
