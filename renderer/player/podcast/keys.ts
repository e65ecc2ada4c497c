import { findAll } from '../stage/element.ts'

/** Seconds that an arrow moves the slider: by its own step, one second, nobody gets anywhere. */
const arrowSeconds = 5

const arrows: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }

/**
 * Arrows on the slider and among the sentences, which the space bar presses as it does buttons. Of the sentences, of which
 * there may be hundreds, only one is met on the way through the page by Tab; up and down lead to the others.
 */
export function listenToKeys(root: HTMLElement, seekBy: (seconds: number) => void): void {
  const sentencesAround = (sentence: Element) => findAll(sentence.closest('.cues') ?? root, 'a')
  const makeFirst = (sentences: HTMLElement[], first: Element | undefined) => {
    for (const sentence of sentences) sentence.tabIndex = sentence === first ? 0 : -1
  }
  for (const box of findAll(root, '.podcast .cues')) {
    const sentences = findAll(box, 'a')
    makeFirst(sentences, sentences[0])
  }
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches('.cues a')) makeFirst(sentencesAround(target), target)
  })
  root.addEventListener('keydown', (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event
    const direction = arrows[key] ?? 0
    if (!(target instanceof HTMLElement) || altKey || ctrlKey || metaKey) return
    const isSentence = target.matches('.cues a')
    if (direction && target.matches('.seek')) seekBy(direction * arrowSeconds)
    else if (isSentence && /^Arrow(Up|Down)$/.test(key)) {
      const sentences = sentencesAround(target)
      sentences[sentences.indexOf(target) - direction]?.focus()
    } else if (isSentence && key === ' ') target.click()
    else return
    event.preventDefault()
  })
  // A finger that moves the slider does not swipe to another screen.
  root.addEventListener(
    'touchstart',
    (event) => {
      if (event.target instanceof Element && event.target.matches('.seek')) event.stopPropagation()
    },
    { passive: true },
  )
}
