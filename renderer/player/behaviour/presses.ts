import { noteChosen, responseOn } from '../stage/questions.ts'
import type { PlayerActions } from '../state.ts'
import { results } from './address.ts'

/** Every button of the page says as `data-do` what it does. */
export function listenToPresses(
  root: HTMLElement,
  actions: PlayerActions,
  { next, print }: { next: () => void; print: () => void },
): void {
  const doing: Record<string, (data: DOMStringMap) => void> = {
    back: () => actions.goBy(-1),
    next,
    print,
    go: ({ step = results, question = null }) =>
      actions.goTo({ step: step === results ? null : step, question }),
    check: () => actions.check(responseOn(root)),
    retry: ({ step = '' }) => actions.retry(step),
    goOn: actions.goOn,
    startOver: actions.startOver,
    exit: actions.exit,
    dismiss: actions.dismiss,
  }
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-do]')
    if (button) doing[button.dataset.do ?? '']?.(button.dataset)
  })
  root.addEventListener('change', ({ target }) => {
    const question = target instanceof Element && target.closest('.question')
    if (question) noteChosen(question)
  })
}
