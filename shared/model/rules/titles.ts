import { nameOfModule, nameOfStep } from './names.ts'
import { finding, type Rule } from './rule.ts'

export const moduleTitleMissing: Rule = (subject) =>
  subject.module.title.trim()
    ? []
    : [
        finding(
          subject,
          'block',
          'module-title-missing',
          `${nameOfModule(subject.module)} has no title, and an LMS lists it by its title. Give it one.`,
        ),
      ]

export const stepTitleMissing: Rule = (subject) =>
  subject.steps
    .filter((step) => !step.title.trim())
    .map((step) =>
      finding(
        subject,
        'warn',
        'step-title-missing',
        `${nameOfStep(subject, step)} has no title, so its screen has no heading. Give it one.`,
        { step },
      ),
    )
