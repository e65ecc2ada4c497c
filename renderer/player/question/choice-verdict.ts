import { rightResponses } from '../../../shared/activity/questions/index.ts'
import type { BundleChoice, BundleQuestion } from '../../../shared/bundle/format.ts'
import type { Verdict } from './verdict.ts'

/** Whether a choice belongs to a right response: one that was missed is then shown. */
export function isRightChoice(question: BundleQuestion, { id }: BundleChoice): boolean {
  return rightResponses(question).some((right) => right.includes(id))
}

/** What having chosen it is worth. */
export function choiceVerdict(question: BundleQuestion, choice: BundleChoice): Verdict {
  if (isRightChoice(question, choice)) return 'right'
  return choice.credit > 0 ? 'partlyRight' : 'notRight'
}
