import { resultOf, stepsToDo } from '../../../shared/activity/session/result.ts'
import type { Place, Session } from '../../../shared/activity/session/session.ts'
import { questionsOf } from '../../../shared/activity/steps/index.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'
import { Icon } from '../frame/Icon.tsx'
import { StepHeading } from '../frame/StepHeading.tsx'
import { fill, type Words } from '../words/words.ts'
import { percentInWords } from './percent.ts'
import { Recap } from './Recap.tsx'

export type ResultsViewProps = {
  bundle: Bundle
  session: Session
  words: Words
  onGo: (place: Place) => void
  onRetry: (step: string) => void
}

/** The last screen: how it went, what is left to do, and each answer to look at again. */
export function ResultsView({ bundle, session, words, onGo, onRetry }: ResultsViewProps) {
  const { status, score } = resultOf(bundle, session)
  const toDo = stepsToDo(bundle, session)
  const asking = bundle.steps.filter((step) => questionsOf(step).length > 0)
  const heading =
    status === 'incomplete'
      ? words.unfinishedHeading
      : score === null
        ? words.finishedHeading
        : words.resultHeading
  return (
    <div className="results">
      <StepHeading>{heading}</StepHeading>
      {status === 'incomplete' ? null : (
        <div className={`outcome outcome-${status}`}>
          {score === null ? null : (
            <p className="score">{percentInWords(score, bundle.pass, bundle.language)}</p>
          )}
          <p className="outcome-words">
            {status === 'completed' ? null : <Icon name={status === 'passed' ? 'right' : 'partlyRight'} />}
            {status === 'passed' ? words.passed : status === 'failed' ? words.notPassed : words.completed}
          </p>
          {status === 'failed' && bundle.pass !== null ? (
            <p className="outcome-detail">
              {fill(words.passMark, { percent: percentInWords(bundle.pass, null, bundle.language) })}
            </p>
          ) : null}
        </div>
      )}
      {toDo.length === 0 ? null : (
        <section>
          <h2>{words.toDo}</h2>
          <ul className="links">
            {bundle.steps
              .filter(({ id }) => toDo.includes(id))
              .map((step) => (
                <li key={step.id}>
                  <button
                    type="button"
                    className="link"
                    onClick={() => onGo({ step: step.id, question: firstUnanswered(step.id) })}
                  >
                    {step.title}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      )}
      {asking.map((step) => (
        <Recap
          key={step.id}
          step={step}
          session={session}
          bundle={bundle}
          words={words}
          onGo={onGo}
          onRetry={onRetry}
        />
      ))}
      {bundle.outcomes.length === 0 ? null : (
        <section>
          <h2>{words.outcomes}</h2>
          <ul className="outcomes">
            {bundle.outcomes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )

  function firstUnanswered(stepId: string): string | null {
    const step = bundle.steps.find(({ id }) => id === stepId)
    return step ? (questionsOf(step).find(({ id }) => !session.responses[id])?.id ?? null) : null
  }
}
