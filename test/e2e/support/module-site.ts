import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import mime from 'mime'
import { loadPlayer } from '../../../electron/core/publish/player.ts'
import { trackingFor } from '../../../electron/core/publish/tracking.ts'
import type { Bundle, TrackingKind } from '../../../shared/bundle/format.ts'
import { partHeaders, rangeOf } from '../../../renderer/player/offline/ranges.ts'
import { fixtureTextFiles } from '../../fixtures/bundle.ts'
import { episodeStep, toneWav } from '../../fixtures/podcast.ts'

const root = join(import.meta.dirname, '../../..')
export const built = (...path: string[]) => join(root, 'out', ...path)

/** A published module as files, made of the built player; `lms.html` beside it is the preview's page that stands in for an LMS. */
export async function moduleFiles(bundle: Bundle, kind: TrackingKind): Promise<Map<string, Buffer>> {
  const { page } = await loadPlayer(built(), kind)
  const files = new Map([
    ['index.html', Buffer.from(page(bundle, trackingFor(kind)).html)],
    ...mediaFiles(),
    ['lms.html', readFileSync(built('preview', 'index.html'))],
  ])
  for (const name of readdirSync(built('preview', 'assets')))
    files.set(`assets/${name}`, readFileSync(built('preview', 'assets', name)))
  return files
}

/** What the fixtures show. */
export const mediaFiles = (): [path: string, content: Buffer][] => [
  ['media/call.mp4', readFileSync(join(root, 'resources/self-test/seek.mp4'))],
  [episodeStep.source, Buffer.from(toneWav(episodeStep.seconds))],
  ...Object.entries(fixtureTextFiles).map(([path, text]): [string, Buffer] => [path, Buffer.from(text)]),
]

/** Writes a module into a folder, to be opened from disk. */
export async function writeModule(folder: string, bundle: Bundle): Promise<void> {
  for (const [path, content] of await moduleFiles(bundle, 'local')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

export type ModuleSite = {
  origin: string
  serve: (name: string, bundle: Bundle, tracking: TrackingKind) => Promise<string>
  /** The same for a module's files. */
  serveFiles: (name: string, files: Map<string, Buffer>) => string
  close: () => Promise<void>
}

/** A server of modules on 127.0.0.1; `serve` takes one in (or in place of the one there) and answers its folder's address. */
export async function startModuleSite(): Promise<ModuleSite> {
  const modules = new Map<string, Map<string, Buffer>>()
  const server = createServer((request, response) => {
    const [, name = '', path = ''] = (request.url ?? '').split('?')[0]?.match(/^\/([^/]+)\/(.*)$/) ?? []
    const file = modules.get(name)?.get(path === '' ? 'index.html' : path)
    // An empty page at the root, for tests that frame a module; and the icon that browsers ask for by themselves.
    if (request.url === '/' || request.url === '/favicon.ico')
      return response.writeHead(200, { 'content-type': 'text/html' }).end()
    if (!file) return response.writeHead(404).end()
    const range = rangeOf(request.headers.range ?? '', file.length)
    const type = mime.getType(path === '' ? 'index.html' : path) ?? 'application/octet-stream'
    if (range)
      return response
        .writeHead(206, partHeaders(type, range, file.length) as Record<string, string>)
        .end(file.subarray(range[0], range[1] + 1))
    const isText = /^text\/|javascript/.test(type)
    response.writeHead(200, {
      'content-type': isText ? `${type}; charset=utf-8` : type,
      'cache-control': 'no-store',
    })
    return response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const serveFiles: ModuleSite['serveFiles'] = (name, files) => {
    modules.set(name, files)
    return `${origin}/${name}/`
  }
  return {
    origin,
    serve: async (name, bundle, tracking) => serveFiles(name, await moduleFiles(bundle, tracking)),
    serveFiles,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
