import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The least any page can ask of a server on this machine: Node alone, which reads what it is sent and answers with nothing.
 * `/` is an empty page that may ask it.
 */
export async function startBareServer(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const isPage = request.method === 'GET'
      response.setHeader('content-type', isPage ? 'text/html' : 'application/json')
      response.end(isPage ? '<!doctype html><title>Bare</title>' : '{"json":null}')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
