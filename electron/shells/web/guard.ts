import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the web shell: only the page this launch opened. Any other page in the same browser can reach a
 * loopback port, so each request must prove three things.
 *
 * - `Host` is exactly ours: a name that was re-bound to 127.0.0.1 (DNS rebinding) is refused.
 * - `Origin`, where sent, and `Sec-Fetch-Site` are our own: another site, and the preview on its own port, are refused (CSRF).
 * - The launch's cookie is there. It is swapped for the token of the printed URL, once, HttpOnly and SameSite=Strict.
 */
export type Guard = {
  /** The path and query to open first: it carries the token. */
  entry: string
  /** Null when the request may pass; else the answer to give instead. */
  check: (request: Request) => Response | null
}

export function createGuard(origin: string, token: string = randomBytes(24).toString('base64url')): Guard {
  const host = new URL(origin).host
  const port = new URL(origin).port
  // Cookies are shared by all ports of a host, so two studios need two names.
  const cookieName = `morsel-${port}`
  const cookieValue = createHash('sha256').update(`cookie ${token}`).digest('base64url')

  function check(request: Request): Response | null {
    if (request.headers.get('host') !== host) return refuse(403, 'This address is not the studio’s own.')
    const from = request.headers.get('origin')
    if (from !== null && from !== origin) return refuse(403, 'Another site may not use the studio.')
    const url = new URL(request.url)
    const offered = url.searchParams.get('token')
    if (offered !== null && request.method === 'GET' && url.pathname === '/') {
      if (!same(offered, token))
        return refuse(403, 'This link is from an earlier launch. Use the one printed now.')
      url.searchParams.delete('token')
      return new Response(null, {
        status: 303,
        headers: {
          location: `${url.pathname}${url.search}`,
          'set-cookie': `${cookieName}=${cookieValue}; HttpOnly; SameSite=Strict; Path=/`,
          'cache-control': 'no-store',
        },
      })
    }
    const site = request.headers.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin' && site !== 'none')
      return refuse(403, 'Another site may not use the studio.')
    if (!same(cookieOf(request, cookieName) ?? '', cookieValue))
      return refuse(401, 'Open the studio with the link it printed when it started.')
    return null
  }

  return { entry: `/?token=${token}`, check }
}

/** Previews carry their own unguessable token in the path; here only the address has to be right. */
export function isOwnHost(request: Request, origin: string): boolean {
  return request.headers.get('host') === new URL(origin).host
}

function refuse(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

function cookieOf(request: Request, name: string): string | undefined {
  return request.headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
