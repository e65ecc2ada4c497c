import { serve } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'

/**
 * Serves media alone on a loopback port, for the rare build of Electron whose media elements fail on the studio's scheme.
 * Only GET and HEAD of `/media/` behind an unguessable path, only under the listener's own host name.
 */
export async function listenForMedia(
  fetch: (request: Request) => Promise<Response>,
): Promise<{ base: string; close: () => void }> {
  const token = randomBytes(24).toString('base64url')
  let host = ''
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: (request: Request) => {
      const url = new URL(request.url)
      const prefix = `/${token}`
      const isMedia = url.pathname.startsWith(`${prefix}/media/`)
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (request.headers.get('host') !== host || !isMedia || !isRead)
        return new Response(null, { status: 403 })
      const path = url.pathname.slice(prefix.length)
      return fetch(new Request(new URL(path + url.search, url.origin), request))
    },
  })
  await new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { base: `http://${host}/${token}`, close: () => server.close() }
}
