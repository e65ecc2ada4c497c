import { screenIndex, screensOf } from '../../shared/activity/session/screens.ts'
import { questionsOf } from '../../shared/activity/steps/index.ts'
import type { Bundle } from '../../shared/bundle/format.ts'
import { Notice } from './frame/Notice.tsx'
import { PlayerFrame } from './frame/PlayerFrame.tsx'
import { StepHeading } from './frame/StepHeading.tsx'
import { ResultsView } from './results/ResultsView.tsx'
import type { PlayerActions, PlayerState } from './state.ts'
import { StepScreen } from './steps/index.tsx'
import { fill, type Words } from './words/words.ts'

export type PlayerProps = { bundle: Bundle; words: Words; state: PlayerState; actions: PlayerActions }

/** A module, one screen at a time: a picture of its state and nothing more. */
export function Player({ bundle, words, state, actions }: PlayerProps) {
  const { session, draft, notice } = state
  const screens = screensOf(bundle, session)
  const index = screenIndex(bundle, session)
  const { step: stepId, question } = screens[index] ?? { step: null, question: null }
  const next = screens[index + 1]
  const current = bundle.steps.findIndex(({ id }) => id === stepId)
  const step = bundle.steps[current]
  const questionCount = step ? questionsOf(step).length : 0
  const number = screens.slice(0, index + 1).filter((screen) => screen.step === stepId).length
  const isUnanswered = question !== null && !session.responses[question]
  return (
    <PlayerFrame
      title={bundle.title}
      language={bundle.language}
      direction={bundle.direction}
      stepCount={bundle.steps.length}
      current={step ? current : bundle.steps.length}
      words={words}
      onBack={index > 0 ? () => actions.goBy(-1) : undefined}
      onNext={next && (() => actions.goBy(1))}
      nextWord={isUnanswered ? 'skip' : next?.step === null ? 'finish' : 'next'}
      notice={
        <output>
          {notice && (
            <Notice sentence={words[notice]} dismissWord={words.dismiss} onDismiss={actions.dismissNotice} />
          )}
        </output>
      }
    >
      <div key={`${stepId}/${question}`} className="screen">
        {step ? (
          <>
            <StepHeading
              detail={
                questionCount > 1 ? fill(words.questionCount, { number, total: questionCount }) : undefined
              }
            >
              {step.title}
            </StepHeading>
            <StepScreen
              step={step}
              question={question}
              session={session}
              draft={draft}
              words={words}
              onRespond={actions.respond}
              onCheck={actions.check}
            />
          </>
        ) : (
          <ResultsView
            bundle={bundle}
            session={session}
            words={words}
            onGo={actions.goTo}
            onRetry={actions.retry}
          />
        )}
      </div>
    </PlayerFrame>
  )
}
