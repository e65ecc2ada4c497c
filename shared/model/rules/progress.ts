import { worstCaseSuspendLength } from '../../activity/suspend/worst-case.ts'
import { targetProfiles } from '../../lms/profiles.ts'
import { nameOfModule } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** A module with so many questions that the LMS the project is made for cannot keep every response of a SCORM 1.2 package. */
export const progressTooLong: Rule = (subject) => {
  const length = worstCaseSuspendLength(
    subject.steps.map((step) => ({
      isRecording: step.kind === 'video' || step.kind === 'podcast',
      questions: subject.questions.filter((asked) => asked.step === step).map(({ question }) => question),
    })),
  )
  const { name, suspendLimit } = targetProfiles[subject.target]
  if (length <= suspendLimit) return []
  const lms = subject.target === 'generic' ? 'an LMS' : name
  return [
    finding(
      subject,
      'warn',
      'progress-too-long',
      `${nameOfModule(subject.module)} asks so much that ${lms} with SCORM 1.2 cannot keep all of a learner's answers: up to ${length.toLocaleString('en')} characters, and there is room for ${suspendLimit.toLocaleString('en')}. Scores are kept in any case; someone who comes back may not see the answers of quizzes they finished. Split the module.`,
    ),
  ]
}
