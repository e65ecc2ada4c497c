import { plainInline, plainText, imageAssets } from '../richtext/text.ts'
import type { RichText } from '../richtext/schema.ts'
import type { Choice } from './base.ts'

type ChoiceQuestion = { stem: RichText; choices: Choice[] }

/** The assets a choice question shows. */
export function choiceQuestionReferences(question: ChoiceQuestion): { assets: string[] } {
  return { assets: imageAssets(question.stem) }
}

/** The words of a choice question, for search. */
export function choiceQuestionText(question: ChoiceQuestion): string {
  return [plainText(question.stem), ...question.choices.map((choice) => plainInline(choice.text))]
    .filter(Boolean)
    .join('\n')
}
