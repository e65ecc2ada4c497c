import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import mime from 'mime'
import yauzl from 'yauzl'

export type Site = { origin: string; files: Map<string, Buffer>; close: () => Promise<void> }

/** Another page of the site, beside the files of the zip. */
export type OwnPage = { type: string; body: string }

type Pages = (files: Map<string, Buffer>) => Map<string, OwnPage>

/**
 * Unpacks a zip as any server or LMS does and serves it on 127.0.0.1, below `prefix`, with `pages` of one's own at the
 * root.
 */
export async function serveZip(zip: string, prefix = '/', pages?: Pages): Promise<Site> {
  return serveFiles(await unpack(zip), prefix, pages)
}

/** The same for files that are there; what changes in `files` later is served as it then is. */
export async function serveFiles(
  files: Map<string, Buffer>,
  prefix: string,
  pages: Pages = () => new Map(),
): Promise<Site> {
  const own = pages(files)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const page = own.get(pathname.slice(1))
    const file = pathname.startsWith(prefix) ? files.get(decodeURI(pathname.slice(prefix.length))) : undefined
    const body = page ? Buffer.from(page.body) : file
    if (!body) {
      // Browsers ask for the icon by themselves; that is no request of the module.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
      return
    }
    const type = page?.type ?? mime.getType(pathname) ?? 'application/octet-stream'
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    const start = Number(range?.[1] ?? 0)
    const end = range?.[2] ? Math.min(Number(range[2]), body.length - 1) : body.length - 1
    response.writeHead(range ? 206 : 200, {
      'content-type': type,
      'content-length': end - start + 1,
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': `bytes ${start}-${end}/${body.length}` }),
    })
    response.end(body.subarray(start, end + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The files of a zip by their names. */
export async function unpack(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { strictFileNames: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}
