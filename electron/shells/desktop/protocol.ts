import type { Protocol } from 'electron'

/** The studio's own scheme: `morsel://studio/` is the page, `morsel://preview/` the previews. No port is opened. */
export const scheme = 'morsel'
export const studioOrigin = `${scheme}://studio`
export const previewOrigin = `${scheme}://preview`

/** Must be registered before the app is ready: a standard scheme has origins, a secure one all of the web platform. */
export const schemePrivileges = [
  {
    scheme,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      corsEnabled: true,
      codeCache: true,
    },
  },
]

type Fetch = (request: Request) => Promise<Response>

/** Mounts the studio's fetch on the scheme, one host an origin; any other host has nothing. */
export function mountProtocol(
  protocol: Pick<Protocol, 'handle'>,
  hosts: { studio: Fetch; preview: Fetch },
): void {
  protocol.handle(scheme, (request) => {
    const { host } = new URL(request.url)
    if (host === 'studio') {
      const refusal = refuseForeign(request)
      return refusal ?? withAbort(request, hosts.studio)
    }
    if (host === 'preview') return withAbort(request, hosts.preview)
    return new Response(null, { status: 404 })
  })
}

/** A preview lives on its own origin and may not call the studio's operations, whatever it sends. */
function refuseForeign(request: Request): Response | null {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isForeign =
    (origin !== null && origin !== studioOrigin) ||
    (site !== null && site !== 'same-origin' && site !== 'none')
  return isForeign ? new Response(null, { status: 403 }) : null
}

/**
 * When a page aborts, Electron cancels the response's body but never aborts the handler's `request.signal`. So the core
 * gets a request whose signal is ours, and cancelling the body aborts it.
 */
async function withAbort(request: Request, fetch: Fetch): Promise<Response> {
  const controller = new AbortController()
  request.signal.addEventListener('abort', () => controller.abort(request.signal.reason), { once: true })
  const response = await fetch(new Request(request, { signal: controller.signal }))
  if (!response.body) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      try {
        const { done, value } = await reader.read()
        if (done) stream.close()
        else stream.enqueue(value)
      } catch (error) {
        stream.error(error)
      }
    },
    async cancel(reason) {
      controller.abort(reason)
      await reader.cancel(reason).catch(() => {})
    },
  })
  return new Response(body, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  })
}
