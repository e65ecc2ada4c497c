import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileResponse } from '../../bytes.ts'
import { serveStatic } from '../../static.ts'
import type { PackageFile } from '../package-file.ts'
import { previewHeaders } from './headers.ts'

/** A file of a preview, and the media type it is served as. */
export type PreviewFile = PackageFile & { mediaType: string }

export type Previews = {
  /** Takes a preview in and answers its token: whoever has it may see it, and nobody can guess it. */
  add: (files: readonly PreviewFile[]) => string
  close: (token: string) => void
  /** Answers `/preview/<token>/…` and nothing else. */
  fetch: (request: Request) => Promise<Response>
}

/** The newest previews stay (one a window, and some to compare); older ones are forgotten. Media stay on disk throughout. */
const keptPreviews = 8

/** The page that hosts a preview, and its own files, as they were built. */
const hostPage = 'lms.html'

export function createPreviews({
  built,
  studioOrigin,
}: {
  /** The built pages. */
  built: string
  studioOrigin: () => string
}): Previews {
  const previews = new Map<string, Map<string, PreviewFile>>()

  async function answer(request: Request): Promise<Response | null> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const [, token = '', path = ''] =
      /^\/preview\/([\w-]+)\/([\w./-]*)$/.exec(new URL(request.url).pathname) ?? []
    const files = previews.get(token)
    if (!files) return null
    const headers = previewHeaders(studioOrigin())
    const file = files.get(path)
    if (file) return fileOf(request, file, headers)
    const name = path === hostPage ? '/index.html' : `/${path}`
    return serveStatic(join(built, 'preview'), name, headers)
  }

  return {
    add(files) {
      const token = randomBytes(24).toString('base64url')
      previews.set(token, new Map(files.map((file) => [file.path, file])))
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
