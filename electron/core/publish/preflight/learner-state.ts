import { worstCaseSuspendLength } from '../../../../shared/activity/suspend/worst-case.ts'
import type { Check } from './check.ts'

/** Whether all a learner can do in the module fits what this format keeps of it. */
export const learnerState: Check = ({ bundle, tracking: { suspendLimit } }) => {
  const length = worstCaseSuspendLength(
    bundle.steps.map((step) => ({
      isRecording: step.kind === 'video' || step.kind === 'podcast',
      questions: step.kind === 'quiz' ? step.questions : [],
    })),
  )
  if (length <= suspendLimit) return []
  return [
    {
      severity: 'warn',
      rule: 'learner-state-too-long',
      message: `A learner who does everything in this module leaves ${length.toLocaleString('en')} characters to remember, and this package can keep ${suspendLimit.toLocaleString('en')}. Scores are kept in any case; someone who comes back may not see the answers of quizzes they finished. Split the module, or publish it as SCORM 2004.`,
    },
  ]
}
