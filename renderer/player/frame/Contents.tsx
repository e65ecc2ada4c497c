import type { Bundle } from '../../../shared/bundle/format.ts'
import { results } from '../behaviour/address.ts'
import { fill, type Words } from '../words/words.ts'
import { Icon } from './Icon.tsx'
import { StateMark } from './StateMark.tsx'

/**
 * All steps, behind the words that say which one is shown, and a way to print them. Each line's `data-state` says what is
 * done and what is not open yet.
 */
export function Contents({ bundle: { steps }, words }: { bundle: Bundle; words: Words }) {
  const lines = [...steps, { id: results, title: words.resultHeading }]
  return (
    <details className="contents">
      <summary>
        <Icon name="list" />
        <span className="contents-word unseen">{words.contents}</span>{' '}
        <span className="step-count" data-words={words.stepCount}>
          {fill(words.stepCount, { number: 1, total: steps.length })}
        </span>
      </summary>
      <nav aria-label={words.contents}>
        <ol>
          {lines.map(({ id, title }) => (
            <li key={id}>
              <button type="button" className="contents-line" data-do="go" data-step={id}>
                <span className="contents-title">{title}</span>
                <StateMark />
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="link" data-do="print">
          {words.print}
        </button>
      </nav>
    </details>
  )
}
