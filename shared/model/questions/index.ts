import * as z from 'zod'
import type { NewQuestion } from './base.ts'
import { multipleResponseKind } from './multiple-response.ts'
import { singleChoiceKind } from './single-choice.ts'

/** The registry of question kinds: a new kind is a file beside this one and a line here. */
export const questionKinds = [singleChoiceKind, multipleResponseKind] as const

export const questionSchema = z.discriminatedUnion('kind', [
  questionKinds[0].schema,
  ...questionKinds.slice(1).map((kind) => kind.schema),
])

export type Question = ReturnType<(typeof questionKinds)[number]['create']>
export type QuestionKind = Question['kind']

type AnyKind = {
  kind: QuestionKind
  create: (question: NewQuestion) => Question
  references: (question: Question) => { assets: string[] }
  text: (question: Question) => string
}
const byKind = new Map(questionKinds.map((kind) => [kind.kind, kind as unknown as AnyKind]))

function kindOf(kind: QuestionKind): AnyKind {
  const found = byKind.get(kind)
  if (!found) throw new Error(`No question kind ${kind}`)
  return found
}

export function createQuestion(kind: QuestionKind, question: NewQuestion): Question {
  return kindOf(kind).create(question)
}

export function questionReferences(question: Question): { assets: string[] } {
  return kindOf(question.kind).references(question)
}

/** The words of a question, for search. */
export function questionText(question: Question): string {
  return kindOf(question.kind).text(question)
}
