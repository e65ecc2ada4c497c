import type { Frame, Page } from '@playwright/test'

/** What a quick learner does: which answers, how far, and how fast. */
export type Going = {
  /** Answers wrong where true. */
  isWrong?: boolean
  /** Stops before another question after so many; by itself at the results. */
  questions?: number
  /** Milliseconds between two screens. */
  pace?: number
}

/** What the learner met: the ids of the questions answered now, and whether the results are there. */
export type Gone = { answered: string[]; isAtEnd: boolean }

/** Goes through a module as fast as the page lets one, from where it is. Choices that are right must say “Right”. */
export function goThrough(
  frame: Frame | Page,
  { isWrong = false, questions = 1000, pace = 0 }: Going = {},
): Promise<Gone> {
  return frame.evaluate(
    async ({ word, most, wait }) => {
      const answered: string[] = []
      const shown = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility())
      for (let screen = 0; screen < 400; screen++) {
        const question = shown('.question')
        const check = shown('[data-do="check"]')
        if (question && check) {
          if (answered.length === most) return { answered, isAtEnd: false }
          for (const label of question.querySelectorAll<HTMLElement>('.choice-label')) {
            if (label.textContent?.trim().startsWith(word) !== true) continue
            label.querySelector('input')?.click()
            if (label.querySelector('input')?.type === 'radio') break
          }
          check.click()
          const id = question.dataset.question ?? ''
          answered.push(id)
          // Heard even by whoever closes this tab in the middle.
          console.debug(`answered ${id}`)
        }
        const next = shown('[data-do="next"]')
        if (!next || !/Next|Finish|Skip/.test(next.textContent ?? '')) return { answered, isAtEnd: true }
        next.click()
        // As the browser would between two clicks.
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
      return { answered, isAtEnd: false }
    },
    { word: isWrong ? 'Wrong' : 'Right', most: questions, wait: pace },
  )
}

/** Ends the page's process as a phone does that needs the memory: the page hears nothing. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // The answer never comes: who would give it is gone.
  void session.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}

/**
 * Visits a module ten times and leaves at a random moment each time, by closing the tab or by being killed, until the eleventh
 * goes to the end. Answers the questions that were answered, and those that were asked although they had been.
 */
export async function leaveTenTimes(
  open: () => Promise<{ page: Page; frame: Frame | Page }>,
): Promise<{ answered: string[]; askedAgain: string[] }> {
  const answered: string[] = []
  const askedAgain: string[] = []
  const hear = (question: string) => {
    if (answered.includes(question)) askedAgain.push(question)
    else answered.push(question)
  }
  for (let visit = 0; visit < 10; visit++) {
    const { page, frame } = await open()
    page.on('console', (message) => {
      const [, question] = /^answered (\S+)$/.exec(message.text()) ?? []
      if (question) hear(question)
    })
    // Cut off in the middle, this never ends well; what it did is heard as it happens.
    const going = goThrough(frame, { pace: 15, questions: 8 }).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 700))
    await (visit % 2 === 0 ? kill(page) : page.close())
    await going
  }
  const { frame } = await open()
  const last = await goThrough(frame)
  for (const question of last.answered) hear(question)
  return { answered, askedAgain }
}
