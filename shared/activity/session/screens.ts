import type { Bundle, BundleChoice, BundleQuestion, BundleStep } from '../../bundle/format.ts'
import { shuffled } from '../shuffle.ts'
import { asksInShuffledOrder, questionsOf } from '../steps/index.ts'
import { type Place, quizOf, type Session } from './session.ts'

function seedFor(session: Session, step: string, id: string): string {
  return `${session.seed}.${quizOf(session, step).attempt}.${id}`
}

/** A step's questions in the order in which this learner meets them in this attempt. */
export function questionsInOrder(step: BundleStep, session: Session): readonly BundleQuestion[] {
  const questions = questionsOf(step)
  return asksInShuffledOrder(step) ? shuffled(questions, seedFor(session, step.id, step.id)) : questions
}

/** A question's choices in the order in which this learner meets them in this attempt. */
export function choicesInOrder(
  step: BundleStep,
  question: BundleQuestion,
  session: Session,
): readonly BundleChoice[] {
  return question.shuffle
    ? shuffled(question.choices, seedFor(session, step.id, question.id))
    : question.choices
}

/** Every screen of the module in order: a screen a step, a screen a question, and the results last. */
export function screensOf(bundle: Bundle, session: Session): Place[] {
  const screens = bundle.steps.flatMap((step): Place[] => {
    const questions = questionsInOrder(step, session)
    return questions.length > 0
      ? questions.map(({ id }) => ({ step: step.id, question: id }))
      : [{ step: step.id, question: null }]
  })
  return [...screens, { step: null, question: null }]
}

/**
 * Which screen a place is. After an author's edit a question may be gone (then the first screen of its step), or the whole
 * step (then the first screen whose step was not visited).
 */
export function screenIndex(bundle: Bundle, session: Session, place: Place = session.place): number {
  const screens = screensOf(bundle, session)
  const exact = screens.findIndex(({ step, question }) => step === place.step && question === place.question)
  if (exact >= 0) return exact
  const sameStep = screens.findIndex(({ step }) => step === place.step)
  if (sameStep >= 0) return sameStep
  return screens.findIndex(({ step }) => step === null || !session.visited.includes(step))
}
