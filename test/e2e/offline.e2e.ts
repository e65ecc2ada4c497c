import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page, test } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import type { ProjectAccess } from '../../electron/core/domains.ts'
import type { Draft } from '../../shared/model/edit.ts'
import { changeOf } from '../harness/records.ts'
import { type OwnPage, type Site, serveZip } from '../harness/serve-zip.ts'
import { answer, goOn } from './support/lms.ts'
import { publishPlayable } from './support/playable.ts'

let folder: string
let site: Site
let ownPages: Map<string, OwnPage>

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-offline-'))
  const zip = await publishPlayable(join(folder, 'one'), { format: 'web', out: join(folder, 'one.zip') })
  ownPages = new Map()
  site = await serveZip(zip, '/bees/', () => ownPages)
  answerFolder()
})
test.afterEach(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** Most servers answer a folder's address with its index.html. */
function answerFolder() {
  ownPages.set('bees/', { type: 'text/html', body: site.files.get('index.html')?.toString() ?? '' })
}

const heading = (tab: Page) => tab.getByRole('heading', { level: 1 })

/** The addresses of all that the browser keeps of the module, without the site's own part. */
const kept = (tab: Page) =>
  tab.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => url.replace(/^.*\/bees\//, ''))
  })

/** Waits until the whole module is kept, media included. */
async function keptWhole(tab: Page) {
  const media = [...site.files.keys()].filter((path) => path.startsWith('media/'))
  expect(media.length).toBeGreaterThan(1)
  await expect
    .poll(async () => (await kept(tab)).toSorted())
    .toEqual(
      ['', ...[...site.files.keys()].filter((path) => path !== 'index.html' && path !== 'sw.js')].toSorted(),
    )
}

for (const start of ['', 'index.html'])
  test(`a module opened once at “${start}” plays to its end without a network, seeking included`, async ({
    page: tab,
    context,
  }) => {
    // The second server knows no folders, only files.
    if (start !== '') ownPages.clear()
    await tab.goto(`${site.origin}/bees/${start}`)
    await expect(heading(tab)).toHaveText('Read')
    await keptWhole(tab)

    await context.setOffline(true)
    await site.close()
    await tab.reload()
    await expect(heading(tab)).toHaveText('Read')
    await expect
      .poll(() =>
        tab.getByRole('img', { name: 'A bee' }).evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(320)
    await goOn(tab)
    const video = tab.locator('video')
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(320)
    const reached = await video.evaluate(async (element: HTMLVideoElement) => {
      const seeked = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }))
      element.currentTime = 0.6
      await seeked
      return [element.currentTime, element.seekable.end(0), element.readyState]
    })
    expect(reached[0]).toBeCloseTo(0.6)
    expect(reached[1]).toBeCloseTo(1, 1)
    expect(reached[2]).toBeGreaterThanOrEqual(2)
    await goOn(tab)
    await answer(tab, 'Choice 1')
    await goOn(tab)
    await answer(tab, 'Choice 1', 'Choice 2')
    await goOn(tab, 'Finish')
    await expect(tab.getByText('Passed').first()).toBeVisible()
  })

function rename(draft: Draft, step: string, title: string) {
  const record = draft[step]
  if (record?.type === 'step') record.title = title
}

/** Publishes the module anew with another first heading; answers its files by path. */
async function publishAnew(title: string): Promise<Map<string, Buffer>> {
  const edit = (project: ProjectAccess) => {
    const step = project.recordsOf('step')[0]?.id ?? ''
    project.commit({
      label: 'Edit title',
      change: changeOf(project, [step], (draft) => rename(draft, step, title)),
    })
  }
  const zip = await publishPlayable(join(folder, title), {
    format: 'web',
    out: join(folder, `${title}.zip`),
    edit,
  })
  const anew = await serveZip(zip)
  await anew.close()
  return anew.files
}

/**
 * Waits until no version of the module is on its way any more. A reload before is no visit that one can test: to a page that
 * is asked for just as one worker gives way to the next, Chromium does not answer while something like DevTools looks on.
 */
async function settled(tab: Page) {
  await expect
    .poll(() =>
      tab.evaluate(async () => {
        const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {}
        return [installing?.state, waiting?.state, active?.state]
      }),
    )
    .toEqual([undefined, undefined, 'activated'])
}

/** Has the browser look for a new version, as it does by itself a second after each visit begins. */
async function lookForNew(tab: Page) {
  await tab.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  await settled(tab)
}

const shells = (tab: Page) =>
  tab.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(' media')).length)

test('a module published anew is there after two reloads, and nothing of the old one is kept', async ({
  page: tab,
}) => {
  await tab.goto(`${site.origin}/bees/`)
  await keptWhole(tab)
  const anew = await publishAnew('Changed')
  site.files.clear()
  for (const [path, content] of anew) site.files.set(path, content)
  answerFolder()

  await tab.reload()
  await expect(heading(tab)).toHaveText('Read')
  // The worker of the new version takes over in the background.
  await expect.poll(() => shells(tab)).toBe(2)
  await settled(tab)
  await tab.reload()
  await expect(heading(tab)).toHaveText('Changed')
  await keptWhole(tab)
  expect(await shells(tab)).toBe(1)
})

test('a module of which only half is uploaded yet stays what it was, and takes the rest in later', async ({
  page: tab,
}) => {
  await tab.goto(`${site.origin}/bees/`)
  await keptWhole(tab)
  const anew = await publishAnew('Changed')
  const worker = anew.get('sw.js')
  if (!worker) throw new Error('The package has no worker')
  site.files.set('sw.js', worker)
  for (let visit = 0; visit < 2; visit++) {
    await lookForNew(tab)
    await tab.reload()
    await expect(heading(tab)).toHaveText('Read')
    expect(await shells(tab)).toBe(1)
  }
  await keptWhole(tab)

  for (const [path, content] of anew) site.files.set(path, content)
  answerFolder()
  await lookForNew(tab)
  await tab.reload()
  await expect(heading(tab)).toHaveText('Changed')
})

test('a module whose page the browser threw away is kept again from the next visit on', async ({
  page: tab,
  context,
}) => {
  await tab.goto(`${site.origin}/bees/`)
  await keptWhole(tab)
  await tab.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await tab.reload()
  await keptWhole(tab)
  await context.setOffline(true)
  await site.close()
  await tab.reload()
  await expect(heading(tab)).toHaveText('Read')
})

test('Chromium finds nothing that keeps the module from being installed', async () => {
  // A browser of its own: Chromium installs nothing from a private window, which every test's context is.
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
  })
  try {
    const tab = await context.newPage()
    await tab.goto(`${site.origin}/bees/`)
    await keptWhole(tab)
    const session = await context.newCDPSession(tab)
    const { errors, url } = await session.send('Page.getAppManifest')
    expect({ errors, url }).toEqual({ errors: [], url: `${site.origin}/bees/manifest.webmanifest` })
    await expect
      .poll(async () => (await session.send('Page.getInstallabilityErrors')).installabilityErrors)
      .toEqual([])
  } finally {
    await context.close()
  }
})

test('a module inside another page registers nothing there', async ({ page: tab }) => {
  ownPages.set('host.html', { type: 'text/html', body: '<iframe src="/bees/index.html"></iframe>' })
  await tab.goto(`${site.origin}/host.html`)
  await expect(tab.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('Read')
  await tab.waitForTimeout(500)
  expect(await tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})
