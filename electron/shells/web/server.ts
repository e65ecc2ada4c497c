import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createStudio, type Studio } from '../../core/studio.ts'
import type { Ports } from '../../core/ports.ts'
import { createGuard, isOwnHost } from './guard.ts'
import { nodePorts, type Origins } from './ports.ts'

export type WebShell = {
  /** Where the studio opens; carries the launch's token. */
  url: string
  /** The studio's own origin, without the token. */
  origin: string
  studio: Studio
  close: () => Promise<void>
}

type Listener = { origin: string; answerWith: (fetch: Answer) => void; close: () => Promise<void> }
type Answer = (request: Request) => Response | Promise<Response>

/**
 * Starts the studio on two loopback ports: one for the studio, one for previews, so that a module being previewed runs on
 * an origin of its own. `port` is for tests and development; by default the system picks a free one.
 */
export async function startWebShell({
  port = 0,
  ports = (origins) => nodePorts('web', origins),
}: {
  port?: number
  ports?: (origins: Origins) => Ports
} = {}): Promise<WebShell> {
  // First, because it is the one that may fail: its port may be taken.
  const main = await listen(port)
  const preview = await listen(0)
  const studio = createStudio(ports({ studio: () => main.origin, preview: () => preview.origin }))
  const guard = createGuard(main.origin)
  main.answerWith((request) => guard.check(request) ?? studio.fetch(request))
  preview.answerWith((request) =>
    isOwnHost(request, preview.origin) ? studio.previewFetch(request) : new Response(null, { status: 403 }),
  )
  return {
    url: `${main.origin}${guard.entry}`,
    origin: main.origin,
    studio,
    async close() {
      await studio.close()
      await Promise.all([main.close(), preview.close()])
    },
  }
}

/** Listens on 127.0.0.1 alone; answers nothing until it is told with what. */
async function listen(port: number): Promise<Listener> {
  let answer: Answer = () => new Response(null, { status: 503 })
  const server = serve({
    fetch: (request: Request) => answer(request),
    hostname: '127.0.0.1',
    port,
    // Imports of large media take as long as they take.
    // Connections outlast an author's pauses, so that the save after one need not connect anew.
    serverOptions: { requestTimeout: 0, keepAliveTimeout: 300_000 },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const address = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${address.port}`,
    answerWith: (fetch) => {
      answer = fetch
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
