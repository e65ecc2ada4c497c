import { nameOfStep } from './names.ts'
import { finding, type Rule, stepsOfKind } from './rule.ts'

export const quizWithoutQuestions: Rule = (subject) =>
  stepsOfKind(subject, 'quiz')
    .filter((step) => !subject.questions.some((asked) => asked.step === step))
    .map((step) =>
      finding(
        subject,
        'block',
        'quiz-without-questions',
        `${nameOfStep(subject, step)} asks no question yet. Add one, or delete the step.`,
        { step },
      ),
    )
