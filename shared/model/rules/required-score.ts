import type { Question } from '../questions/index.ts'
import type { QuizStep } from '../steps/quiz.ts'
import { nameOfStep } from './names.ts'
import { finding, type Rule, type Subject, stepsOfKind } from './rule.ts'

/** A quiz that must be passed, and whose learners are let past it once their attempts are used up. */
export const requiredScoreGivenUp: Rule = (subject) => {
  const { navigation, attempts } = subject.module.behaviour
  if (navigation === 'free' || attempts === null) return []
  return stepsOfKind(subject, 'quiz')
    .filter((step) => step.mustScore !== null)
    .map((step) =>
      finding(
        subject,
        'hint',
        'required-score-given-up',
        `${nameOfStep(subject, step)} asks for ${step.mustScore} % before learners go on, but whoever misses it ${attempts === 1 ? 'in the one attempt there is' : `in all ${attempts} attempts`} goes on as well, so that nobody is stuck. Lift the limit of attempts if everybody must reach it.`,
        { step },
      ),
    )
}

/** A quiz that asks for a score its questions cannot give: without a limit of attempts nobody gets past it. */
export const requiredScoreOutOfReach: Rule = (subject) =>
  stepsOfKind(subject, 'quiz').flatMap((step) => {
    if (step.mustScore === null) return []
    const best = bestScore(subject, step)
    if (best === null || best >= step.mustScore) return []
    const isEndless = subject.module.behaviour.attempts === null
    return [
      finding(
        subject,
        isEndless ? 'block' : 'warn',
        'required-score-out-of-reach',
        `${nameOfStep(subject, step)} asks for ${step.mustScore} %, but ${best === 0 ? 'its questions earn no points' : `its questions earn ${best} % at most`}, so nobody can be done with it${isEndless ? '' : ' before the last attempt'}. Ask for less, or let the questions earn more.`,
        { step },
      ),
    ]
  })

/** The best score of a quiz in whole percent; null without a question. */
function bestScore(subject: Subject, step: QuizStep): number | null {
  const questions = subject.questions.filter((asked) => asked.step === step).map(({ question }) => question)
  if (questions.length === 0) return null
  const points = questions.reduce((sum, question) => sum + question.points, 0)
  const earned = questions.reduce((sum, question) => sum + question.points * bestCredit(question), 0)
  return points > 0 ? Math.round(earned / points) : 0
}

/** Percent of a question's points that its best response earns. One without a right choice has a finding of its own. */
function bestCredit(question: Question): number {
  if (question.kind !== 'multiple-response' || question.marking === 'all-or-nothing') return 100
  return Math.min(
    100,
    question.choices.reduce((sum, { credit }) => sum + Math.max(credit, 0), 0),
  )
}
