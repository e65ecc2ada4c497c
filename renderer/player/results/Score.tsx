import type { Bundle } from '../../../shared/bundle/format.ts'
import { Icon } from '../frame/Icon.tsx'
import { fill, type Words } from '../words/words.ts'
import { percentInWords } from './percent.ts'

/** What was reached, at a glance: a ring that fills, the score in it, and what it means in words. */
export function Score({ bundle: { pass, language }, words }: { bundle: Bundle; words: Words }) {
  return (
    <div className="outcome">
      <div className="ring">
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="45" />
          <circle className="ring-part" cx="50" cy="50" r="45" pathLength="100" />
        </svg>
        <Icon name="right" />
        <p className="score" />
      </div>
      {pass === null ? null : (
        <>
          <p className="outcome-words if-passed">
            <Icon name="right" />
            {words.passed}
          </p>
          <p className="outcome-words if-failed">
            <Icon name="partlyRight" />
            {words.notPassed}
          </p>
        </>
      )}
      <p className="outcome-words if-completed">{words.completed}</p>
      <p className="outcome-detail right-count" data-words={words.rightCount} />
      <p className="outcome-detail partly-count" />
      {pass === null ? null : (
        <p className="outcome-detail if-failed">
          {fill(words.passMark, { percent: percentInWords(pass, null, language) })}
        </p>
      )}
    </div>
  )
}
