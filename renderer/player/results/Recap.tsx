import { scoreOf } from '../../../shared/activity/score.ts'
import { questionsInOrder } from '../../../shared/activity/session/screens.ts'
import type { Place, Session } from '../../../shared/activity/session/session.ts'
import type { Bundle, BundleQuestion, BundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import { VerdictWord } from '../question/VerdictWord.tsx'
import { verdictOf } from '../question/verdict.ts'
import { fill, type Words } from '../words/words.ts'
import { percentInWords } from './percent.ts'

export type RecapProps = {
  step: BundleStep
  bundle: Bundle
  session: Session
  words: Words
  onGo: (place: Place) => void
  onRetry: (step: string) => void
}

/** The questions of one step with what the learner's answers were worth. */
export function Recap({ step, bundle, session, words, onGo, onRetry }: RecapProps) {
  const questions = questionsInOrder(step, session)
  const isAnswered = questions.every(({ id }) => session.responses[id])
  const hasBegun = questions.some(({ id }) => session.responses[id])
  const best = session.quizzes[step.id]?.best ?? null
  const latest = isAnswered ? scoreOf(questions, session.responses) : null
  const isWorse = latest !== null && best !== null && latest < best
  if (!hasBegun && best === null) return null
  return (
    <section className="recap">
      <h2>{step.title === '' ? words.answers : step.title}</h2>
      {isWorse ? (
        <p className="recap-note">
          {fill(words.latestAttempt, { percent: percentInWords(latest, bundle.pass, bundle.language) })}
        </p>
      ) : null}
      <ol className="recap-list">
        {questions.map((question) => (
          <RecapLine
            key={question.id}
            question={question}
            response={session.responses[question.id]}
            words={words}
            onLook={() => onGo({ step: step.id, question: question.id })}
          />
        ))}
      </ol>
      {isAnswered || best !== null ? (
        <button type="button" className="button button-outline" onClick={() => onRetry(step.id)}>
          {words.tryAgain}
        </button>
      ) : null}
    </section>
  )
}

function RecapLine({
  question,
  response,
  words,
  onLook,
}: {
  question: BundleQuestion
  response: readonly string[] | undefined
  words: Words
  onLook: () => void
}) {
  const stemId = `recap-${question.id}`
  return (
    <li className="recap-line">
      <div id={stemId}>
        <Content className="recap-stem" html={question.stem} />
      </div>
      <div className="recap-foot">
        {response ? (
          <VerdictWord verdict={verdictOf(question, response)} words={words} />
        ) : (
          <span className="verdict">{words.notAnswered}</span>
        )}
        <button type="button" className="link" aria-describedby={stemId} onClick={onLook}>
          {words.lookAgain}
        </button>
      </div>
    </li>
  )
}
