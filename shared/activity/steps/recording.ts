import { watchedPercent } from '../watched.ts'
import { seenOnly, type StepActivity } from './types.ts'

/** A recording is done when its step was seen or, where the author says so, when enough of it was played. */
export const recording = <Step>(mustPlay: StepActivity<Step>['mustPlay']): StepActivity<Step> => ({
  ...seenOnly,
  mustPlay,
  isDone: (step, { isSeen, watchedParts }) => isSeen && watchedPercent(watchedParts) >= (mustPlay(step) ?? 0),
})
