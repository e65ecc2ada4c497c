import { expect, type BrowserContext, type FrameLocator, type Page } from '@playwright/test'
import type { ScormCall } from '../../../shared/lms/strict-scorm12.ts'
import type { Lms } from '../../harness/lms/server.ts'

/** A call as the test LMS kept it: `launch` counts from 0. */
export type RecordedCall = ScormCall & { launch: number }

/** A learner with a browser of their own, taking a module from the LMS. */
export type Learner = {
  /** Opens the module in a new tab. `query` is the launch's: `?mode=review`. */
  launch: (query?: string) => Promise<{ page: Page; module: FrameLocator }>
  /** What the LMS keeps: only values that were committed. */
  committed: () => Promise<Record<string, string>>
  /** Every call of every launch. */
  calls: () => Promise<RecordedCall[]>
  /** What must never happen: a request to another machine, a console error, an uncaught exception. */
  problems: string[]
}

export function learnerAt(lms: Lms, context: BrowserContext): Learner {
  const problems: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${lms.origin}/`) && !/^(data|blob|about):/.test(url))
      problems.push(`asked for ${url}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`))

  /** Reads what the LMS kept under names that begin so: in a page of it that is there, or in one of its own that runs nothing. */
  async function kept(start: string): Promise<[name: string, words: string][]> {
    const there = context.pages().find((page) => page.url().startsWith(`${lms.origin}/`))
    const page = there ?? (await context.newPage())
    if (!there) await page.goto(`${lms.origin}/lms.js`)
    const all = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>)
    if (!there) await page.close()
    return Object.entries(all).filter(([name]) => name.startsWith(start))
  }

  return {
    problems,
    async launch(query = '') {
      const page = await context.newPage()
      await page.goto(`${lms.origin}/lms.html${query}`)
      const module = page.frameLocator('iframe')
      await expect(module.getByRole('heading', { level: 1 })).toBeVisible()
      return { page, module }
    },
    async committed() {
      const [[, words] = ['', '{}']] = await kept('committed')
      return JSON.parse(words) as Record<string, string>
    },
    async calls() {
      const numbered = (await kept('call ')).map(([name, words]) => [Number(name.slice(5)), words] as const)
      return numbered
        .toSorted(([one], [other]) => one - other)
        .map(([, words]) => JSON.parse(words) as RecordedCall)
    },
  }
}

/** Picks the choices with these words in the question shown, and checks them. */
export async function answer(
  module: Pick<FrameLocator, 'getByLabel' | 'getByRole'>,
  ...choices: string[]
): Promise<void> {
  for (const choice of choices) await module.getByLabel(choice).check()
  await module.getByRole('button', { name: 'Check' }).click()
}

export const goOn = (module: Pick<FrameLocator, 'getByRole'>, word: 'Next' | 'Finish' = 'Next') =>
  module.getByRole('button', { name: word }).click()
