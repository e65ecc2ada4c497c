import type { QuizStep } from '../../model/steps/quiz.ts'
import type { CompileContext } from '../context.ts'
import type { QuizBundleStep } from '../format.ts'
import { richTextHtml } from '../html.ts'
import { compileQuestion } from '../questions/index.ts'

export function compileQuiz(step: QuizStep, context: CompileContext): QuizBundleStep {
  return {
    id: step.id,
    title: step.title,
    outcome: step.outcome,
    kind: 'quiz',
    intro: richTextHtml(step.intro, context.html),
    shuffleQuestions: step.shuffleQuestions,
    mustScore: step.mustScore,
    questions: step.questions.map((id) => compileQuestion(context.require('question', id), context)),
  }
}
