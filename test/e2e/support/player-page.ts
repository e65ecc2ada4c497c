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
    // As the page is written it holds that of every question; the script leaves the one that is shown.
    feedback: at.locator('.feedback').filter({ visible: true }),
    score: at.locator('.score'),
    async expectScreen(title: string) {
      await expect(at.getByRole('heading', { level: 1 })).toContainText(title)
    },
  }
}

/** Answers both questions of the fixture's quiz, from its first one to the results. */
export async function takeFixtureQuiz(
  player: ReturnType<typeof playerOn>,
  is: 'right' | 'wrong',
): Promise<void> {
  const [first, second] =
    is === 'right'
      ? [['Restate the outcome they asked for'], ['Fewer seats in the first year', 'Start with one team']]
      : [['Offer ten percent off'], ['A lower price per seat']]
  for (const choice of first) await player.choose(choice)
  await player.check()
  await player.next()
  for (const choice of second) await player.choose(choice)
  await player.check()
  await player.finish()
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
