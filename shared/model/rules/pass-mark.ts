import { nameOfModule } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** A pass mark that nothing can reach or miss. */
export const passMarkWithoutPoints: Rule = (subject) => {
  const { module, questions } = subject
  if (module.pass === null || questions.some(({ question }) => question.points > 0)) return []
  const reason = questions.length === 0 ? 'it asks no question' : 'none of its questions earns points'
  const instead = module.behaviour.completion === 'passed' ? ', so doing every step completes it' : ''
  return [
    finding(
      subject,
      'warn',
      'pass-mark-without-points',
      `${nameOfModule(module)} asks for ${module.pass} % to pass, but ${reason}${instead}. Add a question that earns points, or take the pass mark away.`,
    ),
  ]
}
