import type { PodcastBundleStep } from '../../bundle/format.ts'
import { watchedPercent } from '../watched.ts'
import { seenOnly, type StepActivity } from './types.ts'

/** An episode is done when it was seen or, where the author says so, listened to to a part of its length. */
export const podcast: StepActivity<PodcastBundleStep> = {
  ...seenOnly,
  isDone: ({ mustListen }, { isSeen, watched }) =>
    isSeen && (mustListen === null || watchedPercent(watched) >= mustListen),
}
