import { scope } from './worker-scope.ts'

/** The page and the files beside it, kept whole for each version: a page never meets a script of another one. */

const { version, files } = scope.morsel

const prefix = `morsel ${scope.registration.scope} `
const shellName = `${prefix}${version}`
export const mediaName = `${prefix}media`

const at = (path: string) => new URL(path, scope.registration.scope).href

/** Takes this version in. Throws, and so keeps the one before, while the server still has files of another one. */
export async function takeIn(): Promise<void> {
  const page = await fetchPage()
  const rest = await Promise.all(
    files.map(async ([path, integrity]) => [path, await fetchNew(path, { integrity })] as const),
  )
  const cache = await caches.open(shellName)
  await Promise.all([
    cache.put(at(''), page),
    ...rest.map(async ([path, response]) => cache.put(at(path), await clean(response))),
  ])
}

/** The page, by whichever of its two addresses the server knows. */
async function fetchPage(): Promise<Response> {
  for (const path of ['', 'index.html']) {
    const response = await fetchNew(path).catch(() => null)
    if (response && (await response.clone().text()).includes(version)) return clean(response)
  }
  throw new Error('The page on the server is of another version')
}

async function fetchNew(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(at(path), { ...options, cache: 'reload' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

/** Without a trace of redirection, which browsers refuse for a page, and of how it was sent. */
async function clean(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  return new Response(await response.blob(), { headers: { 'content-type': type } })
}

export const isPage = (path: string): boolean => path === '' || path === 'index.html'
export const isShellFile = (path: string): boolean => files.some(([name]) => name === path)

/** A kept file, or, where the browser threw it away, what the server has. */
export async function shellFile(path: string, request: Request): Promise<Response> {
  return (await keptFile(isPage(path) ? '' : path)) ?? fetch(request)
}

const keptFile = (path: string) => caches.match(at(path), { cacheName: shellName })

/** Takes in once more what the browser threw away. Where the server has another version by now, that one comes by itself. */
export async function restore(): Promise<void> {
  if (!(await keptFile(''))) await takeIn().catch(() => {})
}

/**
 * Forgets versions before this one, unless one after it is on its way: their names do not tell which is which. Done when a
 * page is asked for: the page before may still have needed them.
 */
export async function forgetEarlier(): Promise<void> {
  const { installing, waiting } = scope.registration
  if (installing || waiting) return
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== shellName && name !== mediaName)
  await Promise.all(old.map((name) => caches.delete(name)))
}
