import type { SingleChoice } from '../../model/questions/single-choice.ts'
import type { CompileContext } from '../context.ts'
import type { SingleChoiceBundleQuestion } from '../format.ts'
import { compileChoiceQuestion } from './choices.ts'

export function compileSingleChoice(
  question: SingleChoice,
  context: CompileContext,
): SingleChoiceBundleQuestion {
  return { ...compileChoiceQuestion(question, context), kind: 'single-choice' }
}
