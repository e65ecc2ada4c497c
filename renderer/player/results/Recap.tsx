import { questionsOf } from '../../../shared/activity/steps/index.ts'
import type { Bundle, BundleQuestion, BundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import { AnyVerdict } from '../question/VerdictWord.tsx'
import type { Words } from '../words/words.ts'
import { StepLink } from './StepLink.tsx'

/** The questions of one step with what the learner's answers were worth, and where to read about those that were wrong. */
export function Recap({ step, bundle, words }: { step: BundleStep; bundle: Bundle; words: Words }) {
  // Where the same outcome is taught: the steps that explain, not those that ask.
  const teaching = bundle.steps.filter(
    (one) => step.outcome !== null && one.outcome === step.outcome && questionsOf(one).length === 0,
  )
  return (
    <section className="recap" data-recap={step.id}>
      <h2>{step.title === '' ? words.answers : step.title}</h2>
      <p className="recap-note latest" data-words={words.latestAttempt} />
      <ol className="recap-list">
        {questionsOf(step).map((question) => (
          <RecapLine key={question.id} step={step} question={question} teaching={teaching} words={words} />
        ))}
      </ol>
      <div className="recap-foot">
        <button type="button" className="button button-outline" data-do="retry" data-step={step.id}>
          {words.tryAgain}
        </button>
        {bundle.behaviour.attempts === null ? null : (
          <p className="recap-note attempts" data-words={words.attemptsLeft} />
        )}
      </div>
    </section>
  )
}

type RecapLineProps = {
  step: BundleStep
  question: BundleQuestion
  teaching: readonly BundleStep[]
  words: Words
}

function RecapLine({ step, question, teaching, words }: RecapLineProps) {
  const stemId = `recap-${question.id}`
  return (
    <li className="recap-line" data-question={question.id}>
      <div id={stemId}>
        <Content className="recap-stem" html={question.stem} />
      </div>
      <div className="recap-foot">
        <AnyVerdict />
        <button
          type="button"
          className="link"
          aria-describedby={stemId}
          data-do="go"
          data-step={step.id}
          data-question={question.id}
        >
          {words.lookAgain}
        </button>
      </div>
      {teaching.length === 0 ? null : (
        <div className="recap-foot review">
          <span>{words.review}</span>
          {teaching.map((one) => (
            <StepLink key={one.id} step={one} />
          ))}
        </div>
      )}
    </li>
  )
}
