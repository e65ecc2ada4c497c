import type { Step, StepKind, StepOf } from '../../model/steps/index.ts'
import type { CompileContext } from '../context.ts'
import type { BundleStep } from '../format.ts'
import { compilePage } from './page.ts'
import { compilePodcast } from './podcast.ts'
import { compileQuiz } from './quiz.ts'
import { compileVideo } from './video.ts'

/** How each kind of step compiles: a new kind is a file beside this one and a line here. */
const compilers: { [Kind in StepKind]: (step: StepOf<Kind>, context: CompileContext) => BundleStep } = {
  page: compilePage,
  video: compileVideo,
  podcast: compilePodcast,
  quiz: compileQuiz,
}

export function compileStep(step: Step, context: CompileContext): BundleStep {
  return (compilers[step.kind] as (step: Step, context: CompileContext) => BundleStep)(step, context)
}
