import { keyWithin } from '../../ids.ts'
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

/** Outcomes are what an LMS knows as objectives: it hears of one only through the steps that serve it. */
export const outcomeWithoutStep: Rule = (subject) =>
  subject.outcomes
    .filter(({ id }) => !subject.steps.some(({ outcome }) => outcome === id))
    .map((outcome) => {
      const words = outcome.text.replace(/\s+/g, ' ').trim()
      const short = words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words
      return finding(
        subject,
        'hint',
        'outcome-without-step',
        `No step of ${nameOfModule(subject.module)} serves the outcome ${short ? `“${short}”` : keyWithin(subject.module.id, outcome.id)}, so an LMS hears nothing of it. Choose it as the purpose of a step, or remove it.`,
        { record: outcome },
      )
    })
