import { expect, type FrameLocator, type Page } from '@playwright/test'

/** A module as a learner has it before them; `at` is the page, or the frame it plays in. */
export function playerOn(at: Page | FrameLocator) {
  const button = (name: string) => at.getByRole('button', { name, exact: true })
  return {
    heading: at.getByRole('heading', { level: 1 }),
    next: () => button('Next').click(),
    skip: () => button('Skip').click(),
    finish: () => button('Finish').click(),
    back: () => button('Back').click(),
    check: () => button('Check').click(),
    tryAgain: () => button('Try again').click(),
    choose: (words: string) => at.getByText(words, { exact: true }).click(),
    feedback: at.locator('.feedback'),
    score: at.locator('.score'),
    async expectScreen(title: string) {
      await expect(at.getByRole('heading', { level: 1 })).toContainText(title)
    },
  }
}

/** Notes everything a page should not do: errors in its console, exceptions, requests to anywhere but `origin`. */
export function watch(page: Page, origin: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) complaints.push(url)
  })
  return complaints
}
