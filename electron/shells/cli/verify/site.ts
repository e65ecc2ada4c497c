import { serve } from '@hono/node-server'
import mime from 'mime'
import { readFile, stat } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileResponse } from '../../../core/bytes.ts'
import { type Launching, lmsPage } from './lms-page.ts'
import type { Lrs } from './lrs.ts'

export type Site = { origin: string; open: (launching: Launching) => string; close: () => Promise<void> }

const sources: Record<string, URL> = Object.fromEntries(
  ['strict-scorm12', 'strict-scorm2004', 'strict-scorm2004-model'].map((name) => [
    name,
    new URL(`../../../../shared/lms/${name}.ts`, import.meta.url),
  ]),
)
sources['memory-runtimes'] = new URL('memory-runtimes.ts', import.meta.url)

/** A server on 127.0.0.1 for one visit: the package as it was unpacked, the page that is our LMS, and the record store. */
export async function startSite(folder: string, lrs: Lrs): Promise<Site> {
  let page = ''
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/lms.html') return html(page)
    const [, source] = /^\/lms\/([\w-]+)\.(?:js|ts)$/.exec(pathname) ?? []
    if (source !== undefined && sources[source]) return script(sources[source])
    const recorded = await lrs.answer(request)
    if (recorded) return recorded
    const [, name] = /^\/package\/([\w./-]+)$/.exec(pathname) ?? []
    return name === undefined || name.split('/').includes('..')
      ? new Response(null, { status: 404 })
      : packageFile(request, join(folder, name))
  }
  const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    open(launching) {
      page = lmsPage(launching)
      return `${origin}/lms.html`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

const html = (body: string) => new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })

async function script(source: URL): Promise<Response> {
  const body = withoutTypes(await readFile(fileURLToPath(source), 'utf8'))
  return new Response(body, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
}

async function packageFile(request: Request, path: string): Promise<Response> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return new Response(null, { status: 404 })
  const type = mime.getType(path) ?? 'application/octet-stream'
  return fileResponse(request, { path, bytes: found.size }, { 'content-type': type })
}

/** Node says on stderr that this may change. People who publish need not know. */
function withoutTypes(source: string): string {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
