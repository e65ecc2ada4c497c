import type { Bundle } from '../../../shared/bundle/format.ts'
import { StateMark } from '../frame/StateMark.tsx'
import type { Words } from '../words/words.ts'

/** What the module was about, and how the learner stands with each outcome that its steps serve. */
export function Outcomes({ bundle, words }: { bundle: Bundle; words: Words }) {
  return (
    <section>
      <h2>{words.outcomes}</h2>
      <ul className="recap-list">
        {bundle.outcomes.map(({ id, text }) => (
          <li key={id} className="recap-line outcome-line" data-outcome={id}>
            <span className="contents-title">{text}</span>
            <span className="outcome-score" />
            <StateMark />
          </li>
        ))}
      </ul>
    </section>
  )
}
