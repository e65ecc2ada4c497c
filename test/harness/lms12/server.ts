import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import mime from 'mime'
import yauzl from 'yauzl'
import { hostFiles } from './host.ts'

export type Lms = { origin: string; files: string[]; manifest: string; close: () => Promise<void> }

/** Unpacks a SCORM 1.2 package as an LMS does and serves it, on 127.0.0.1, under the page `hostFiles` describes. */
export async function startLms(zip: string): Promise<Lms> {
  const files = await unpack(zip)
  const manifest = files.get('imsmanifest.xml')?.toString('utf8') ?? ''
  const [, launchHref = 'index.html'] = /<resource\b[^>]*\bhref="([^"]+)"/.exec(manifest) ?? []
  const [, mastery = ''] = /<adlcp:masteryscore>([^<]+)</.exec(manifest) ?? []
  const host = hostFiles({ launchHref, mastery })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lms')
    const page = host.get(pathname.slice(1))
    const file = pathname.startsWith('/package/') ? files.get(decodeURI(pathname.slice(9))) : undefined
    const body = page ? Buffer.from(page.body) : file
    if (!body) {
      // Browsers ask for it by themselves; it is no request of the package.
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
    files: [...files.keys()],
    manifest,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function unpack(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { strictFileNames: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}
