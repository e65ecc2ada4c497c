import type { Session } from '../../../shared/activity/session/session.ts'
import type { BundleStep } from '../../../shared/bundle/format.ts'
import type { Draft } from '../state.ts'
import type { Words } from '../words/words.ts'

/** What the player lends the screen of a step. The screen draws what comes below the heading. */
export type StepScreenProps<Step extends BundleStep> = {
  step: Step
  /** The question shown, in a step that asks some. */
  question: string | null
  session: Session
  draft: Draft
  words: Words
  onRespond: (response: readonly string[]) => void
  /** Asks for the draft to be marked. */
  onCheck: () => void
}
