import type { Module } from '../module.ts'
import type { Question } from '../questions/index.ts'
import { plainText } from '../richtext/text.ts'
import type { Step } from '../steps/index.ts'
import type { Subject } from './rule.ts'

/** What the messages call things: their title in quotes, or, without one, their place. */

export const nameOfModule = (module: Module) =>
  module.title.trim() ? `“${module.title.trim()}”` : `The module ${module.id}`

export function nameOfStep({ steps }: Subject, step: Step): string {
  return step.title.trim() ? `“${step.title.trim()}”` : `Step ${steps.indexOf(step) + 1} (${step.kind})`
}

/** `Question 2 of “Quick check” (“Which of these …”)` */
export function nameOfQuestion(subject: Subject, question: Question, step: Step): string {
  const number = subject.questions
    .filter((one) => one.step === step)
    .findIndex((one) => one.question === question)
  const words = question.title.trim() || plainText(question.stem).replace(/\s+/g, ' ').trim()
  const short = words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words
  return `Question ${number + 1} of ${nameOfStep(subject, step)}${short ? ` (“${short}”)` : ''}`
}
