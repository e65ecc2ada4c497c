import type { MultipleResponse } from '../../model/questions/multiple-response.ts'
import type { CompileContext } from '../context.ts'
import type { MultipleResponseBundleQuestion } from '../format.ts'
import { compileChoiceQuestion } from './choices.ts'

export function compileMultipleResponse(
  question: MultipleResponse,
  context: CompileContext,
): MultipleResponseBundleQuestion {
  return {
    ...compileChoiceQuestion(question, context),
    kind: 'multiple-response',
    marking: question.marking,
  }
}
