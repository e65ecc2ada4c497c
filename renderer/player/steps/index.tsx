import type { ComponentType } from 'react'
import type { BundleStep } from '../../../shared/bundle/format.ts'
import { PageView } from './page.tsx'
import { PodcastView } from './podcast.tsx'
import { QuizScreen } from './quiz.tsx'
import type { StepScreenProps } from './types.ts'
import { VideoView } from './video.tsx'

/** What each kind of step looks like to a learner: a new kind is a file beside this one and a line here. */
const screens: {
  [Kind in BundleStep['kind']]: ComponentType<StepScreenProps<Extract<BundleStep, { kind: Kind }>>>
} = {
  page: PageView,
  video: VideoView,
  podcast: PodcastView,
  quiz: QuizScreen,
}

/** The screen of a step, whatever its kind. */
export function StepScreen(props: StepScreenProps<BundleStep>) {
  const Screen = screens[props.step.kind] as ComponentType<StepScreenProps<BundleStep>>
  return <Screen {...props} />
}
