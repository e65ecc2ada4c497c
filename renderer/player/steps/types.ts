import type { BundleStep } from '../../../shared/bundle/format.ts'
import type { Words } from '../words/words.ts'

/** What the page lends the screen of a step. The screen writes what comes below the heading. */
export type StepScreenProps<Step extends BundleStep> = {
  step: Step
  words: Words
  /** The module's: BCP 47. */
  language: string
  /** Whether it is not the page's first screen: nothing it shows is loaded yet. */
  isLater: boolean
}
