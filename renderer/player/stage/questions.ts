import { choicesInOrder, questionsInOrder } from '../../../shared/activity/session/screens.ts'
import type { Session } from '../../../shared/activity/session/session.ts'
import type { BundleQuestion, BundleStep } from '../../../shared/bundle/format.ts'
import { verdictOf } from '../question/verdict.ts'
import type { QuestionWords } from '../tracking/interaction.ts'
import { find, findAll, mark, say, sharedWord, show, write } from './element.ts'

const inputsOf = (within: ParentNode) => findAll(within, '.choice-input') as HTMLInputElement[]

/** What the learner put in on the screen: the choices ticked. */
export function responseOn(root: ParentNode): string[] {
  const question = find(root, '.question')
  return question ? inputsOf(question).flatMap((input) => (input.checked ? [input.value] : [])) : []
}

/** What the question on the screen says in plain words; choices as the author ordered them, which `question` knows. */
export function wordsOn(root: ParentNode, question: BundleQuestion): QuestionWords {
  const plain = (selector: string) => plainWords(find(root, `.question ${selector}`))
  return {
    description: plain('.stem'),
    choices: question.choices.map(({ id }) => ({ id, words: plain(`[value="${id}"]+*`) })),
  }
}

const plainWords = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Shows the question whose turn it is; the step's others are taken out of the page, just as screens are. */
export function drawQuestions(
  screen: HTMLElement,
  written: ReadonlyMap<string, HTMLElement>,
  step: BundleStep,
  session: Session,
  shown: string | null,
): void {
  const questions = questionsInOrder(step, session)
  const at = questions.findIndex(({ id }) => id === shown)
  say(find(screen, '.detail'), { number: at + 1, total: questions.length })
  show(find(screen, '.intro'), at === 0)
  for (const question of questions) {
    const element = written.get(question.id)
    if (question.id !== shown) element?.remove()
    else if (element) {
      if (!element.isConnected) screen.append(element)
      drawQuestion(element, step, question, session)
    }
  }
}

function drawQuestion(
  element: HTMLElement,
  step: BundleStep,
  question: BundleQuestion,
  session: Session,
): void {
  const inputs = inputsOf(element)
  const order = choicesInOrder(step, question, session).map(({ id }) => id)
  // Moved only when they are to stand otherwise: what is moved loses the focus.
  if (order.join() !== inputs.map(({ value }) => value).join())
    for (const id of order) {
      const row = inputs.find(({ value }) => value === id)?.closest('.choice')
      row?.parentElement?.append(row)
    }
  const response = session.responses[question.id]
  const wasMarked = element.dataset.verdict !== undefined
  drawVerdict(element, response && verdictOf(question, response))
  if (response || wasMarked)
    for (const input of inputs) {
      input.checked = response?.includes(input.value) ?? false
      input.disabled = response !== undefined
    }
  noteChosen(element)
}

/** Something was ticked, or is: the rows look it, and nobody is asked to choose any more. */
export function noteChosen(within: ParentNode): void {
  for (const input of inputsOf(within)) input.closest('.choice')?.classList.toggle('is-chosen', input.checked)
  write(find(within, '.check .problem'), '')
}

/** Checking was asked for too early. */
export function askToChoose(root: ParentNode): void {
  write(find(root, '.question .problem'), sharedWord('chooseFirst'))
}

/** The mark of a question, as an attribute for the style and as a word. */
export function drawVerdict(element: HTMLElement, verdict: string | undefined): void {
  mark(element, 'data-verdict', verdict)
  write(find(element, '.verdict-word'), sharedWord(verdict))
}
