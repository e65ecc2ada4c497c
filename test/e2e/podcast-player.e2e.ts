import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playPackage } from '../../electron/shells/cli/verify/play-package.ts'
import type { ProjectAccess } from '../../electron/core/domains.ts'
import { createStep } from '../../shared/model/steps/index.ts'
import type { PodcastStep } from '../../shared/model/steps/podcast.ts'
import { episodeStep, guidedPodcastBundle, podcastBundle, toneWav } from '../fixtures/podcast.ts'
import { assetOf, storeBytes } from '../harness/publishable.ts'
import { changeOf } from '../harness/records.ts'
import { serveZip } from '../harness/serve-zip.ts'
import { type ModuleSite, startModuleSite } from './support/module-site.ts'
import { publishPlayable } from './support/playable.ts'
import { playerOn, watch } from './support/player-page.ts'

let site: ModuleSite
test.beforeAll(async () => {
  site = await startModuleSite()
})
test.afterAll(() => site.close())
test.use({ viewport: { width: 360, height: 740 } })

const episode = 'Silence is an answer'
const place = () => document.querySelector('audio')?.currentTime ?? -1

test('an episode goes on where it was left, on the next visit as on this one', async ({ page }) => {
  const url = await site.serve('episode', podcastBundle, 'local')
  const complaints = watch(page, site.origin)
  await page.goto(`${url}#price.listen`)
  await page.getByRole('button', { name: 'Try it today' }).click()
  await expect.poll(() => page.evaluate(place)).toBeGreaterThan(15)
  await page.getByRole('button', { name: 'Pause' }).click()
  const left = await page.evaluate(place)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await playerOn(page).expectScreen(episode)
  expect(await page.evaluate(place)).toBe(left)

  await page.goto('about:blank')
  await page.goto(`${url}#price.listen`)
  await expect.poll(() => page.evaluate(place)).toBe(Math.round(left))
  await expect(page.locator('.time-played')).toHaveText(`0:${Math.round(left)}`)
  expect(complaints).toEqual([])
})

test('closing the page while it plays keeps the second, too', async ({ page }) => {
  const url = await site.serve('closing', podcastBundle, 'local')
  await page.goto(`${url}#price.listen`)
  await page.getByRole('button', { name: 'What buyers say' }).click()
  await expect.poll(() => page.evaluate(place)).toBeGreaterThan(9)
  await page.goto('about:blank')
  await page.goto(`${url}#price.listen`)
  await expect.poll(() => page.evaluate(place)).toBeGreaterThanOrEqual(9)
})

test('an episode that must be heard opens the way on once enough of it was, and stops when its screen goes', async ({
  page,
}) => {
  await page.goto(await site.serve('guided', guidedPodcastBundle, 'local'))
  await page.locator('.button-next').click()
  await expect(page.locator('.reason')).toHaveText('Listen to 50% of the episode to go on.')
  await expect(page.locator('.watched')).toHaveText('0% heard, 50% needed')
  await page.getByRole('button', { name: 'Play' }).click()
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => {
    audio.playbackRate = 8
  })
  await expect(page.locator('.watched')).toHaveAttribute('data-state', 'done')
  await expect(page.locator('.watched')).toHaveText('Heard')
  const audio = await page.locator('audio').elementHandle()
  await page.locator('.button-next').click()
  await playerOn(page).expectScreen('Question 1 of 2')
  expect(await audio?.evaluate((element) => (element as HTMLAudioElement).paused)).toBe(true)
})

test('without a script it plays and can be read, and on paper the transcript is printed', async ({
  browser,
  page,
}) => {
  const first = { ...podcastBundle, steps: podcastBundle.steps.filter(({ kind }) => kind === 'podcast') }
  const url = await site.serve('bare', first, 'local')
  const bare = await browser.newPage({ javaScriptEnabled: false })
  await bare.goto(url)
  await expect(bare.locator('audio')).toBeVisible()
  await expect(bare.locator('.transport')).toBeHidden()
  await bare.getByText('Transcript').click()
  await expect(bare.getByText('Count to three, silently.')).toBeVisible()
  await bare.close()

  await page.goto(url)
  await expect(page.locator('.transport')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText('Count to three, silently.')).toBeVisible()
  await expect(page.locator('.episode')).toBeHidden()
})

/** Puts an episode of twenty seconds before everything else, of which half must be heard; and half of the video be watched. */
function addEpisode(project: ProjectAccess): void {
  const { seconds, chapters, cues, title } = episodeStep
  const file = storeBytes(project, toneWav(seconds), 'wav')
  const audio = assetOf(file, { kind: 'audio', mediaType: 'audio/wav', seconds })
  const levels = { loudness: -16, range: 5, peak: -1 }
  const step: PodcastStep = {
    ...(createStep('podcast', { id: 'm.listen', title }) as PodcastStep),
    episode: { audio: audio.id, madeFrom: '', seconds, chapters, cues, before: levels, after: levels },
    mustListen: 50,
  }
  project.commit({
    label: 'Add an episode',
    change: changeOf(project, ['m', 'm.watch'], (draft) => {
      draft[audio.id] = audio
      draft[step.id] = step
      const module = draft.m
      if (module?.type === 'module') module.steps.unshift(step.id)
      const video = draft['m.watch']
      if (video?.type === 'step' && video.kind === 'video') video.mustWatch = 50
    }),
  })
}

test.describe('an episode in a published module', () => {
  let folder: string
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'morsel-episode-'))
  })
  test.afterEach(() => rmSync(folder, { recursive: true }))

  test('plays without a network, and can be sought', async ({ page, context }) => {
    const out = join(folder, 'web.zip')
    const published = await serveZip(
      await publishPlayable(join(folder, 'web'), { format: 'web', out, edit: addEpisode }),
    )
    await page.goto(`${published.origin}/index.html`)
    const media = [...published.files.keys()].filter((path) => path.startsWith('media/'))
    const kept = () =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((one) => one.endsWith('media'))
        return name ? (await (await caches.open(name)).keys()).length : 0
      })
    await expect.poll(kept).toBe(media.length)
    await context.setOffline(true)
    await published.close()
    await page.reload()
    await page.getByRole('button', { name: 'Try it today' }).click()
    await expect.poll(() => page.evaluate(place)).toBeGreaterThan(15.2)
    await page.getByRole('button', { name: 'Back 15 seconds' }).click()
    await expect.poll(() => page.evaluate(place)).toBeLessThan(10)
  })

  for (const format of ['scorm12', 'cmi5'] as const)
    test(`is played, and its video, when the package is verified as ${format}`, async () => {
      test.slow()
      const out = join(folder, `${format}.zip`)
      const path = await publishPlayable(join(folder, format), { format, out, edit: addEpisode })
      const played = await playPackage({ path, format, signal: new AbortController().signal })
      expect(played).toEqual({ problems: [] })
    })
})
