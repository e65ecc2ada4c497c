import { mustPlay } from '../../shared/activity/steps/index.ts'
import type { Bundle, BundleStep, TrackingKind } from '../../shared/bundle/format.ts'
import { results } from './behaviour/address.ts'
import { Contents } from './frame/Contents.tsx'
import { Notice } from './frame/Notice.tsx'
import { PlayerFrame } from './frame/PlayerFrame.tsx'
import { Screen } from './frame/Screen.tsx'
import { StepHeading } from './frame/StepHeading.tsx'
import { Ended, Welcome } from './frame/Welcome.tsx'
import { percentInWords } from './results/percent.ts'
import { ResultsView } from './results/ResultsView.tsx'
import { StepScreen } from './steps/index.tsx'
import { fill, type Words } from './words/words.ts'

const nothing = () => {}

type ModulePageProps = { bundle: Bundle; tracking: TrackingKind; words: Words }

/** A whole module as a page: every screen with everything it may say, the first in sight. The script shows what holds. */
export function ModulePage({ bundle, tracking, words }: ModulePageProps) {
  const { title, language, direction, steps, behaviour } = bundle
  return (
    <PlayerFrame
      title={title}
      language={language}
      direction={direction}
      stepCount={steps.length}
      current={0}
      words={words}
      contents={<Contents bundle={bundle} words={words} />}
      onNext={steps.length > 0 ? nothing : undefined}
      hasExit={behaviour.exitButton}
      notice={<Notice tracking={tracking} words={words} />}
    >
      {steps.map((step, at) => (
        <Screen
          key={step.id}
          name={step.id}
          className={`screen-${step.kind}`}
          isFirst={at === 0}
          reason={reasonOf(step, language, words)}
        >
          <StepHeading
            detail={step.kind === 'quiz' && step.questions.length > 1 ? words.questionCount : undefined}
          >
            {step.title}
          </StepHeading>
          <StepScreen step={step} words={words} language={language} isLater={at > 0} />
        </Screen>
      ))}
      <Screen name={results} className="results" isFirst={steps.length === 0}>
        <ResultsView bundle={bundle} words={words} />
      </Screen>
      {behaviour.resume === 'ask' ? (
        <Screen name="welcome" isFirst={false}>
          <Welcome words={words} />
        </Screen>
      ) : null}
      {behaviour.exitButton ? (
        <Screen name="ended" isFirst={false}>
          <Ended words={words} />
        </Screen>
      ) : null}
    </PlayerFrame>
  )
}

/** What a step of a restricted module waits for, once all of its questions are answered. */
function reasonOf(step: BundleStep, language: string, words: Words): string | undefined {
  const percent = step.kind === 'quiz' ? step.mustScore : mustPlay(step)
  if (percent === null) return undefined
  const sentences = { quiz: words.scoreFirst, podcast: words.listenFirst, video: words.watchFirst, page: '' }
  return fill(sentences[step.kind], { percent: percentInWords(percent, null, language) })
}
