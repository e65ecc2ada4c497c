import { nameOfModule } from './names.ts'
import { finding, type Rule } from './rule.ts'

export const moduleWithoutSteps: Rule = (subject) =>
  subject.steps.length > 0
    ? []
    : [
        finding(
          subject,
          'block',
          'module-without-steps',
          `${nameOfModule(subject.module)} has no steps, so there is nothing to learn in it. Add a page, a video or a quiz.`,
        ),
      ]

export const tooManyOutcomes: Rule = (subject) =>
  subject.outcomes.length <= 2
    ? []
    : [
        finding(
          subject,
          'hint',
          'too-many-outcomes',
          `${nameOfModule(subject.module)} has ${subject.outcomes.length} outcomes. A short module does one or two well; consider a second module.`,
        ),
      ]
