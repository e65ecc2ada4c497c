import { suspendLimit } from '../../activity/suspend/pack.ts'
import { worstCaseSuspendLength } from '../../activity/suspend/worst-case.ts'
import { nameOfModule } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** A module with so many questions that a SCORM 1.2 LMS cannot keep every response for a learner who comes back. */
export const progressTooLong: Rule = (subject) => {
  const length = worstCaseSuspendLength(
    subject.steps.map((step) => ({
      questions: subject.questions.filter((asked) => asked.step === step).map(({ question }) => question),
    })),
  )
  if (length <= suspendLimit) return []
  return [
    finding(
      subject,
      'warn',
      'progress-too-long',
      `${nameOfModule(subject.module)} asks so much that an LMS with SCORM 1.2 cannot keep all of a learner's answers: up to ${length.toLocaleString('en')} characters, and there is room for ${suspendLimit.toLocaleString('en')}. Scores are kept in any case; someone who comes back may not see the answers of quizzes they finished. Split the module.`,
    ),
  ]
}
