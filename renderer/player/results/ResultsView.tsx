import { isAsking } from '../../../shared/activity/steps/index.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'
import type { Words } from '../words/words.ts'
import { Outcomes } from './Outcomes.tsx'
import { Recap } from './Recap.tsx'
import { Score } from './Score.tsx'
import { StepLink } from './StepLink.tsx'

/**
 * The last screen: how it went, what is left to do, each answer to look at again, how each outcome stands. Everything that
 * may be said is written; `stage/results.ts` shows what holds.
 */
export function ResultsView({ bundle, words }: { bundle: Bundle; words: Words }) {
  return (
    <>
      <h1
        className="heading"
        tabIndex={-1}
        data-result={words.resultHeading}
        data-finished={words.finishedHeading}
        data-unfinished={words.unfinishedHeading}
      >
        {words.resultHeading}
      </h1>
      <Score bundle={bundle} words={words} />
      <section className="to-do">
        <h2>{words.toDo}</h2>
        <ul className="links">
          {bundle.steps.map((step) => (
            <li key={step.id} data-to-do={step.id}>
              <StepLink step={step} />
            </li>
          ))}
        </ul>
      </section>
      {bundle.steps.filter(isAsking).map((step) => (
        <Recap key={step.id} step={step} bundle={bundle} words={words} />
      ))}
      {bundle.outcomes.length > 0 ? <Outcomes bundle={bundle} words={words} /> : null}
      {bundle.behaviour.exitButton ? (
        <button type="button" className="button button-main button-wide exit" data-do="exit">
          {words.exit}
        </button>
      ) : null}
    </>
  )
}
