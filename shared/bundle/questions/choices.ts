import type { Choice } from '../../model/questions/base.ts'
import type { InlineText, RichText } from '../../model/richtext/schema.ts'
import type { CompileContext } from '../context.ts'
import type { BundleChoice, Html } from '../format.ts'
import { inlineHtml, richTextHtml } from '../html.ts'

type ChoiceQuestion = {
  id: string
  title: string
  stem: RichText
  points: number
  feedback: InlineText
  choices: Choice[]
  shuffle: boolean
}

type CompiledChoiceQuestion = {
  id: string
  title: string
  stem: Html
  points: number
  feedback: Html
  choices: BundleChoice[]
  shuffle: boolean
}

/** What all questions with choices have in a bundle. */
export function compileChoiceQuestion(
  question: ChoiceQuestion,
  context: CompileContext,
): CompiledChoiceQuestion {
  return {
    id: question.id,
    title: question.title,
    stem: richTextHtml(question.stem, context.html),
    points: question.points,
    feedback: inlineHtml(question.feedback),
    choices: question.choices.map((choice) => ({
      id: choice.id,
      html: inlineHtml(choice.text),
      credit: choice.credit,
      feedback: inlineHtml(choice.feedback),
    })),
    shuffle: question.shuffle,
  }
}
