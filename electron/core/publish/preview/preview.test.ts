import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writePretendPlayer } from '../../../../test/harness/pretend-player.ts'
import { type TemporaryProjects, temporaryProjects } from '../../../../test/harness/projects.ts'
import { addPublishableModule, pretendMedia } from '../../../../test/harness/publishable.ts'
import { fixtureBundle } from '../../../../test/fixtures/bundle.ts'
import { textFile } from '../package-file.ts'
import { prepareAttempts } from './attempts.ts'
import type { PreviewedModule } from './lms.ts'
import { openPreview } from './open.ts'
import { createPreviews, type Previews } from './previews.ts'

let here: TemporaryProjects
let built: string
let previews: Previews
beforeEach(() => {
  here = temporaryProjects()
  built = join(here.folder, 'out')
  writePretendPlayer(built)
  previews = createPreviews({ built, studioOrigin: () => 'http://127.0.0.1:1' })
})
afterEach(() => here.dispose())

const origin = 'http://127.0.0.1:2'
const module: PreviewedModule = {
  bundle: fixtureBundle,
  format: 'scorm12',
  launch: { mastery: fixtureBundle.pass, attempts: prepareAttempts(fixtureBundle) },
}

async function open(input: { step?: string } = {}) {
  const project = here.projects.get(here.projects.create({ title: 'Bees' }).project)
  addPublishableModule(project)
  const work = openPreview(
    project,
    { module: 'm', ...input },
    { media: pretendMedia(), previews, built, origin },
    new AbortController().signal,
  )
  for await (const event of work) if (event.type === 'done') return event.result
  throw new Error('no result')
}

const ask = (url: string, options?: RequestInit) => previews.fetch(new Request(url, options))

describe('a preview', () => {
  it('plays on its own origin, under a token nobody can guess, at the step asked for', async () => {
    const { url, preview } = await open({ step: 'm.watch' })
    expect(preview).toMatch(/^[\w-]{32}$/)
    expect(url).toBe(`${origin}/preview/${preview}/lms.html?format=scorm12&launch=&step=m.watch`)
    expect(await (await ask(url)).text()).toContain('<title>LMS</title>')
  })

  it('serves the page and the host’s own files', async () => {
    const { url } = await open()
    const at = (path: string, options?: RequestInit) => ask(new URL(path, url).href, options)
    expect((await at('index.html')).headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await (await at('assets/lms.js')).text()).toBe('/* lms */')
    expect(await (await at('index.html')).text()).toContain('scorm12')
  })

  it('serves media from the project with ranges, and nothing that is not of the preview', async () => {
    const stored = join(here.folder, 'x.mp4')
    const file = {
      path: 'media/x.mp4',
      mediaType: 'video/mp4',
      content: { type: 'stored' as const, file: stored, bytes: 10, crc32: 0 },
    }
    const token = previews.add([file], module, [])
    writeFileSync(stored, '0123456789')
    const url = `${origin}/preview/${token}/media/x.mp4`
    const response = await ask(url, { headers: { range: 'bytes=2-4' } })
    expect(response.status).toBe(206)
    expect(await response.text()).toBe('234')
    expect(response.headers.get('content-type')).toBe('video/mp4')
    for (const path of [
      'media/y.mp4',
      '../x.mp4',
      '..%2f..%2fplayer/player.js',
      'assets/../../player/player.js',
    ])
      expect((await ask(`${origin}/preview/${token}/${path}`)).status).toBe(404)
  })

  it('lets a page load nothing from elsewhere, and only the studio frame it', async () => {
    const { url } = await open()
    for (const path of ['lms.html', 'index.html', 'assets/lms.js']) {
      const { headers } = await ask(new URL(path, url).href)
      const policy = headers.get('content-security-policy') ?? ''
      const scripts = path === 'index.html' ? / 'sha256-[\w+/]{43}='/ : /(?:)/
      expect(policy).toMatch(new RegExp(`^default-src 'none'; script-src 'self'${scripts.source};`))
      expect(policy).toContain("frame-ancestors 'self' http://127.0.0.1:1")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('is not there for unknown tokens, other methods, or after it was closed', async () => {
    const { url, preview } = await open()
    expect((await ask(`${origin}/preview/${'a'.repeat(32)}/lms.html`)).status).toBe(404)
    expect((await ask(`${origin}/rpc/shell/info`)).status).toBe(404)
    expect((await ask(new URL('index.html', url).href, { method: 'POST' })).status).toBe(405)
    previews.close(preview)
    expect((await ask(url)).status).toBe(404)
  })

  it('keeps the newest few only', async () => {
    const page = { ...textFile('index.html', ''), mediaType: 'text/html' }
    const tokens = Array.from({ length: 10 }, () => previews.add([page], module, []))
    const found = await Promise.all(tokens.map((token) => ask(`${origin}/preview/${token}/index.html`)))
    expect(found.map(({ status }) => status)).toEqual([404, 404, ...Array.from({ length: 8 }, () => 200)])
  })

  it('says what to do when the pages were never built', async () => {
    rmSync(join(built, 'preview'), { recursive: true })
    await expect(open()).rejects.toMatchObject({ code: 'player-missing' })
  })
})

it('keeps authored words out of the address', async () => {
  const { url } = await open({ step: 'm.a"><script>' })
  expect(url).not.toMatch(/[<>"]/)
})
