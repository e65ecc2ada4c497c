import type { VideoBundleStep } from '../../bundle/format.ts'
import { watchedPercent } from '../watched.ts'
import { seenOnly, type StepActivity } from './types.ts'

/** A video is done when it was seen or, where the author says so, watched to a part of its length. */
export const video: StepActivity<VideoBundleStep> = {
  ...seenOnly,
  isDone: ({ mustWatch }, { isSeen, watched }) =>
    isSeen && (mustWatch === null || watchedPercent(watched) >= mustWatch),
}
