import type { Browser, Page } from '@playwright/test'

/** What must never happen on a page of the studio, and did. */
export type Watched = { page: Page; problems: string[] }

/**
 * Opens the studio in a browser of its own and notes what must never happen there: an uncaught error, a console error, a
 * native dialog. Chromium's own line about an answer that was no success is left out: failing is what is tried here.
 */
export async function openWatched(browser: Browser, url: string): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text())
  })
  page.on('dialog', (dialog) => {
    // A page that is closed with unsaved work may ask; everything else would be ours.
    problems.push(`a native ${dialog.type()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(url)
  return { page, problems }
}
