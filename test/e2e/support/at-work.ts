import type { Browser } from '@playwright/test'
import { join } from 'node:path'
import { designerAt } from './designer.ts'
import type { RunningStudio } from './studio.ts'
import { openWatched, type Watched } from './window.ts'

const title = 'When things go wrong'

/** A designer with a page open, `Kept.` written and saved on it. */
export async function atWork(browser: Browser, studio: RunningStudio) {
  const watched = await openWatched(browser, studio.url)
  const designer = designerAt(watched.page)
  await designer.newProject(title)
  await designer.newModule('Module')
  await designer.addStep('Page', 'Page')
  await designer.text.click()
  await watched.page.keyboard.type('Kept.')
  await designer.saved()
  return { ...watched, designer, folder: join(studio.home, `${title}.morsel`) }
}

/** The notice that something is not saved. */
export const notSaved = ({ page }: Pick<Watched, 'page'>) =>
  page.getByRole('alert').filter({ hasText: 'Not saved' })

/** Closes the page and the studio, and takes what both left on disk away. */
export async function close(studio: RunningStudio, { page }: Watched) {
  await page.context().close()
  await studio.close()
}
