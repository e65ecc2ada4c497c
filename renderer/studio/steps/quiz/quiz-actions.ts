import { childId } from '../../../../shared/ids.ts'
import type { Draft } from '../../../../shared/model/edit.ts'
import { type Choice, newChoice, nextChoiceId } from '../../../../shared/model/questions/base.ts'
import { createQuestion, type Question, type QuestionKind } from '../../../../shared/model/questions/index.ts'
import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'

/** The quiz step of a draft, or null when it is gone. */
function quizIn(draft: Draft, id: string): QuizStep | null {
  const step = draft[id]
  return step?.type === 'step' && step.kind === 'quiz' ? step : null
}

/** Changes one question of a draft; nothing when it is gone. */
export function changeQuestion(draft: Draft, id: string, change: (question: Question) => void): void {
  const question = draft[id]
  if (question?.type === 'question') change(question)
}

/** Puts a new question after the one at `after` (at the end when that is null). Its id is for the caller to choose. */
export function addQuestion(draft: Draft, step: string, question: Question, after: string | null): void {
  const quiz = quizIn(draft, step)
  if (!quiz) return
  draft[question.id] = question
  const place = after === null ? -1 : quiz.questions.indexOf(after)
  quiz.questions.splice(place < 0 ? quiz.questions.length : place + 1, 0, question.id)
}

/** A new question of a kind, for a quiz. */
export function newQuestionFor(step: string, kind: QuestionKind): Question {
  return createQuestion(kind, { id: childId(step) })
}

/** A copy of a question, with an id of its own. */
export function copyOf(step: string, question: Question): Question {
  return { ...structuredClone(question), id: childId(step) }
}

export function removeQuestion(draft: Draft, step: string, id: string): void {
  const quiz = quizIn(draft, step)
  if (!quiz) return
  quiz.questions = quiz.questions.filter((other) => other !== id)
  delete draft[id]
}

/** Moves a question by `places` (−1 is up). It stops at either end. */
export function moveQuestion(draft: Draft, step: string, id: string, places: number): void {
  const quiz = quizIn(draft, step)
  if (quiz) moveBy(quiz.questions, quiz.questions.indexOf(id), places)
}

/** Makes a question another kind; its words and choices stay, and what was right stays right where the kind allows it. */
export function changeKind(draft: Draft, id: string, kind: QuestionKind): void {
  const question = draft[id]
  if (question?.type !== 'question' || question.kind === kind) return
  const { title, stem, points, feedback, choices, shuffle } = question
  const next = { ...createQuestion(kind, { id }), title, stem, points, feedback, choices, shuffle }
  if (kind === 'single-choice') {
    const best = choices.reduce<Choice | null>(
      (top, choice) => (choice.credit > (top?.credit ?? 0) ? choice : top),
      null,
    )
    next.choices = choices.map((choice) => ({ ...choice, credit: choice.id === best?.id ? 100 : 0 }))
  }
  draft[id] = next
}

/** Adds an empty choice at the end; null when the question has all the choices it can (36). */
export function addChoice(question: Question): Choice | null {
  const id = nextChoiceId(question.choices)
  if (id === null) return null
  const choice = newChoice(id)
  question.choices.push(choice)
  return choice
}

export function removeChoice(question: Question, id: string): void {
  question.choices = question.choices.filter((choice) => choice.id !== id)
  if (question.kind === 'multiple-response') shareCredit(question.choices)
}

export function moveChoice(question: Question, id: string, places: number): void {
  moveBy(
    question.choices,
    question.choices.findIndex((choice) => choice.id === id),
    places,
  )
}

/** Whether picking this choice is (part of) the right answer. */
export function isRight({ credit }: Pick<Choice, 'credit'>): boolean {
  return credit > 0
}

/**
 * Says that a choice is right, or is not. A single choice has one right answer; of several, all share the credit evenly.
 */
export function setRight(question: Question, id: string, right: boolean): void {
  if (question.kind === 'single-choice') {
    for (const choice of question.choices) {
      if (right) choice.credit = choice.id === id ? 100 : 0
      else if (choice.id === id) choice.credit = 0
    }
    return
  }
  const target = question.choices.find((choice) => choice.id === id)
  if (!target) return
  target.credit = right ? 100 : 0
  shareCredit(question.choices)
}

/** Gives every right choice the same share of 100 percent. Deductions stay. */
function shareCredit(choices: Choice[]): void {
  const right = choices.filter(isRight)
  for (const choice of right) choice.credit = Math.round((100 / right.length) * 100_000) / 100_000
}

function moveBy<Item>(list: Item[], from: number, places: number): void {
  const to = Math.min(list.length - 1, Math.max(0, from + places))
  if (from < 0 || from === to) return
  const [item] = list.splice(from, 1)
  if (item !== undefined) list.splice(to, 0, item)
}
