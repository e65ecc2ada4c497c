import { nameOfModule } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** A module that is complete when it is passed, without a mark to pass: the player then asks for every step instead. */
export const completionWithoutPassing: Rule = (subject) => {
  const { module } = subject
  // A pass mark that nothing earns points for is a finding of its own.
  if (module.behaviour.completion !== 'passed' || module.pass !== null) return []
  return [
    finding(
      subject,
      'warn',
      'completion-without-passing',
      `${nameOfModule(module)} is to be complete when the pass mark is reached, but it has no pass mark, so doing every step completes it. Set one, or choose another way to complete it.`,
    ),
  ]
}
