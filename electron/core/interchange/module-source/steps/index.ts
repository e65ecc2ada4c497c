import type { Step, StepKind } from '../../../../../shared/model/steps/index.ts'
import type { SourceStepKind, WriteContext } from '../context.ts'
import { pageSource } from './page.ts'
import { podcastSource } from './podcast.ts'
import { quizSource } from './quiz.ts'
import { videoSource } from './video.ts'

type Kinds = { [Kind in StepKind]: SourceStepKind<Kind> }

/** The registry of step kinds in module source: a new kind is a file beside this one and a line here. */
const kinds: Kinds = { page: pageSource, video: videoSource, podcast: podcastSource, quiz: quizSource }

type AnyKind = Pick<SourceStepKind<StepKind>, 'kind' | 'fence' | 'read'>

/** The kind of step that a fence of this name makes; null asks for the kind that needs no fence. */
export function kindOfFence(fence: string | null): AnyKind | undefined {
  return Object.values<AnyKind>(kinds).find((kind) => kind.fence === fence)
}

/** The names of the fences that make a step. */
export const fenceNames = Object.values<AnyKind>(kinds).flatMap(({ fence }) =>
  fence === null ? [] : [fence],
)

export function writeStepBody(step: Step, context: WriteContext): string {
  return (kinds[step.kind].write as (step: Step, context: WriteContext) => string)(step, context)
}
