import { nameOfModule } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** A module that is complete when it is passed, and that nobody can pass: the player then asks for every step instead. */
export const completionWithoutPassing: Rule = (subject) => {
  const { module, questions } = subject
  if (module.behaviour.completion !== 'passed') return []
  const isScored = questions.some(({ question }) => question.points > 0)
  if (module.pass !== null && isScored) return []
  const [reason, remedy] =
    module.pass === null
      ? ['it has no pass mark', 'Set one']
      : ['no question in it earns points', 'Add one that does']
  return [
    finding(
      subject,
      'warn',
      'completion-without-passing',
      `${nameOfModule(module)} is to be complete when the pass mark is reached, but ${reason}, so doing every step completes it. ${remedy}, or choose another way to complete it.`,
    ),
  ]
}
