import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from '@hono/node-server'
import { createMedia } from '../../electron/core/media/media.ts'
import { openPreview } from '../../electron/core/publish/preview/open.ts'
import { createPreviews } from '../../electron/core/publish/preview/previews.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { answer, goOn } from './support/lms.ts'
import { addPlayableModule } from './support/playable.ts'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'out')

/** A page of another site on this machine. */
async function otherSite() {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<body>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('a preview plays under its own strict policy, and only the studio may frame it', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-preview-'))
  const here = temporaryProjects(undefined, join(folder, 'home'))
  const media = createMedia({
    ffmpeg: process.env.MORSEL_FFMPEG ?? null,
    paths: { resources: join(root, 'resources') },
  })
  const [studio, stranger] = await Promise.all([otherSite(), otherSite()])
  const previews = createPreviews({ built, studioOrigin: () => studio.origin })
  const server = serve({ fetch: previews.fetch, hostname: '127.0.0.1', port: 0 })
  try {
    await new Promise<void>((resolve) => server.once('listening', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const project = here.projects.get(here.projects.create({ title: 'Bees' }).project)
    await addPlayableModule(project, media, folder)
    let url = ''
    const work = openPreview(
      project,
      { module: 'm', step: 'm.watch' },
      { media, previews, built, origin },
      new AbortController().signal,
    )
    for await (const event of work) if (event.type === 'done') url = event.result.url

    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    const frameIt = (site: { origin: string }) =>
      page
        .goto(site.origin)
        .then(() =>
          page.setContent(
            `<iframe id="preview" src="${url}" sandbox="allow-scripts allow-same-origin" width="390" height="800"></iframe>`,
          ),
        )
    await frameIt(studio)
    const module = page.frameLocator('#preview').frameLocator('iframe')
    await expect(module.getByRole('heading', { level: 1 })).toHaveText('Watch')
    const video = module.locator('video')
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(320)
    await goOn(module)
    await answer(module, 'Choice 1')
    await expect(module.getByText('Right').filter({ visible: true }).first()).toBeVisible()
    expect(problems).toEqual([])

    await frameIt(stranger)
    await expect.poll(() => problems.join()).toContain('frame-ancestors')
  } finally {
    server.close()
    studio.close()
    stranger.close()
    here.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
})
