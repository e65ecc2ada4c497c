import type { Question, QuestionKind } from '../../model/questions/index.ts'
import type { CompileContext } from '../context.ts'
import type { BundleQuestion } from '../format.ts'
import { compileMultipleResponse } from './multiple-response.ts'
import { compileSingleChoice } from './single-choice.ts'

type Compiler<Kind extends QuestionKind> = (
  question: Extract<Question, { kind: Kind }>,
  context: CompileContext,
) => BundleQuestion

/** How each kind of question compiles: a new kind is a file beside this one and a line here. */
const compilers: { [Kind in QuestionKind]: Compiler<Kind> } = {
  'single-choice': compileSingleChoice,
  'multiple-response': compileMultipleResponse,
}

export function compileQuestion(question: Question, context: CompileContext): BundleQuestion {
  const compiler = compilers[question.kind] as (question: Question, context: CompileContext) => BundleQuestion
  return compiler(question, context)
}
