import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileResponse } from '../../bytes.ts'
import { serveStatic } from '../../static.ts'
import type { PackageFile } from '../package-file.ts'
import { previewHeaders } from './headers.ts'
import { createPreviewLms, type PreviewedModule, type PreviewLms } from './lms.ts'
import { overNetwork } from './network.ts'

/** A file of a preview, and the media type it is served as. */
export type PreviewFile = PackageFile & { mediaType: string }

export type Previews = {
  /**
   * Takes a preview in and answers its token: whoever has it may see it, and nobody can guess it. `scripts` are those in its
   * page, as a content security policy names them.
   */
  add: (files: readonly PreviewFile[], module: PreviewedModule, scripts: readonly string[]) => string
  close: (token: string) => void
  /** Answers `/preview/<token>/…` and nothing else. */
  fetch: (request: Request) => Promise<Response>
}

/** The newest previews stay (one a window, and some to compare); older ones are forgotten. Media stay on disk throughout. */
const keptPreviews = 8

/** The page that hosts a preview, and its own files, as they were built. */
const hostPage = 'lms.html'

/** What is asked for by the module itself: its files come over the network that the conditions set. */
type Preview = {
  files: Map<string, PreviewFile>
  lms: PreviewLms
  asks: boolean
  scripts: readonly string[]
}

export function createPreviews({
  built,
  studioOrigin,
}: {
  /** The built pages. */
  built: string
  studioOrigin: () => string
}): Previews {
  const previews = new Map<string, Preview>()

  async function answer(request: Request): Promise<Response | null> {
    const [, token = '', path = ''] =
      /^\/preview\/([\w-]+)\/([\w./-]*)$/.exec(new URL(request.url).pathname) ?? []
    const preview = previews.get(token)
    if (!preview) return null
    const { files, lms, asks, scripts } = preview
    const [, door, rest = ''] = /^(lms|lrs)\/(.+)$/.exec(path) ?? []
    if (door === 'lms')
      return withHeaders(await lms.control(request, rest), previewHeaders(studioOrigin(), true))
    const network = () => lms.conditions().network
    if (door === 'lrs' && asks)
      return withHeaders(
        await overNetwork(network, () => lms.lrs(request, rest)),
        previewHeaders(studioOrigin(), true),
      )
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const file = files.get(path)
    if (file) {
      const headers = previewHeaders(studioOrigin(), asks, scripts)
      return overNetwork(network, async () => fileOf(request, file, headers))
    }
    const name = path === hostPage ? '/index.html' : `/${path}`
    return serveStatic(join(built, 'preview'), name, previewHeaders(studioOrigin(), true))
  }

  return {
    add(files, module, scripts) {
      const token = randomBytes(24).toString('base64url')
      previews.set(token, {
        files: new Map(files.map((file) => [file.path, file])),
        lms: createPreviewLms(module),
        asks: module.format === 'cmi5' || module.format === 'xapi',
        scripts,
      })
      for (const old of [...previews.keys()].slice(0, -keptPreviews)) previews.delete(old)
      return token
    },
    close: (token) => {
      previews.delete(token)
    },
    fetch: async (request) =>
      (await answer(request)) ?? new Response('There is nothing here.\n', { status: 404 }),
  }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  const { status, body } = response
  return new Response(body, { status, headers: { ...headers, ...Object.fromEntries(response.headers) } })
}

function fileOf(
  request: Request,
  { content, mediaType }: PreviewFile,
  common: Record<string, string>,
): Response | Promise<Response> {
  const headers = { ...common, 'content-type': mediaType }
  if (content.type === 'stored')
    return fileResponse(request, { path: content.file, bytes: content.bytes }, headers)
  const body = request.method === 'HEAD' ? null : Buffer.from(content.data)
  return new Response(body, { headers: { ...headers, 'content-length': String(content.data.length) } })
}
