import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { type Site, serveZip } from '../harness/serve-zip.ts'
import { answer, goOn } from './support/lms.ts'
import { publishPlayable } from './support/playable.ts'

let site: Site
let page: string
test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-web-'))
  site = await serveZip(
    await publishPlayable(join(folder, 'one'), { format: 'web', out: join(folder, 'site.zip') }),
  )
  const written = await publishPlayable(join(folder, 'two'), { format: 'web', out: join(folder, 'site') })
  page = pathToFileURL(join(written, 'index.html')).href
})
test.afterAll(() => site.close())

/** What must never happen on a page. */
function problemsOf(tab: Page, allowed: string): string[] {
  const problems: string[] = []
  tab.on('request', (request) => {
    if (!request.url().startsWith(allowed) && !/^(data|blob):/.test(request.url()))
      problems.push(`asked for ${request.url()}`)
  })
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  tab.on('pageerror', (error) => problems.push(error.message))
  return problems
}

/** Plays the module to its end, then comes back to it. */
async function playThrough(tab: Page, url: string): Promise<void> {
  await tab.goto(url)
  const heading = tab.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Read')
  await expect
    .poll(() =>
      tab.getByRole('img', { name: 'A bee' }).evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(320)
  await goOn(tab)
  const video = tab.locator('video')
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(320)
  await video.evaluate((element: HTMLVideoElement) => {
    const [track] = element.textTracks
    if (track) track.mode = 'showing'
  })
  const cues = () =>
    video.evaluate((element: HTMLVideoElement) =>
      Array.from(element.textTracks[0]?.cues ?? [], (cue) => [
        cue.startTime,
        cue.endTime,
        (cue as VTTCue).text,
      ]),
    )
  await expect.poll(cues).toEqual([
    [0, 0.2, 'Cut away, but for its end.'],
    [0.2, 0.9, 'Bees dance.'],
  ])
  await goOn(tab)
  await answer(tab, 'Choice 1')
  await goOn(tab)
  await answer(tab, 'Choice 1', 'Choice 2')
  await goOn(tab, 'Finish')
  await expect(tab.getByText('Passed').first()).toBeVisible()
  await tab.reload()
  await expect(tab.getByText('Passed').first()).toBeVisible()
}

test('a module on a plain web server plays, with captions, and keeps what was done', async ({
  page: tab,
}) => {
  const problems = problemsOf(tab, `${site.origin}/`)
  await playThrough(tab, `${site.origin}/index.html`)
  expect(problems).toEqual([])
})

test('a module opened from disk plays, with captions, and keeps what was done', async ({ page: tab }) => {
  const problems = problemsOf(tab, page.replace(/index\.html$/, ''))
  await playThrough(tab, page)
  expect(problems).toEqual([])
})
