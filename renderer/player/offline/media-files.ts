import { isWhole, partHeaders, rangeOf } from './ranges.ts'
import { mediaName } from './shell-files.ts'
import { type FetchEvent, scope } from './worker-scope.ts'

/** Pictures and recordings, kept as they are used. Their names follow from their content: one cache serves all versions. */

const { media } = scope.morsel

/** Up to so many bytes all media are kept without being asked for: about a minute of video. */
const usualBytes = 20_000_000

const at = (path: string) => new URL(path, scope.registration.scope).href
const taking = new Set<string>()

export const sizeOf = (path: string): number | undefined => media.find(([name]) => name === path)?.[1]

/** A medium, or the part of it that is asked for. */
export async function medium(event: FetchEvent, path: string, bytes: number): Promise<Response> {
  const { request } = event
  const cache = await caches.open(mediaName)
  const range = request.headers.get('range')
  const kept = await cache.match(at(path))
  if (kept) return range === null ? kept : partOf(kept, range)
  if (taking.has(path) || !isWhole(range, bytes)) return fetch(request)

  taking.add(path)
  const response = await fetch(at(path)).catch(() => null)
  if (response?.status !== 200) {
    taking.delete(path)
    return fetch(request)
  }
  // One download serves both: what is shown now goes into the cache as it arrives.
  const copy = response.clone()
  event.waitUntil(
    cache
      .put(at(path), copy)
      .catch(() => {})
      .finally(() => taking.delete(path)),
  )
  if (range === null) return response
  const type = response.headers.get('content-type') ?? ''
  return new Response(response.body, { status: 206, headers: partHeaders(type, [0, bytes - 1], bytes) })
}

async function partOf(kept: Response, range: string): Promise<Response> {
  const blob = await kept.blob()
  const part = rangeOf(range, blob.size)
  if (!part) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${blob.size}` } })
  const headers = partHeaders(kept.headers.get('content-type') ?? blob.type, part, blob.size)
  return new Response(blob.slice(part[0], part[1] + 1), { status: 206, headers })
}

/** Keeps all media: of an installed module however large they are, of others when they are small. */
export async function keepAll(isInstalled: boolean): Promise<void> {
  const total = media.reduce((sum, [, bytes]) => sum + bytes, 0)
  if (!isInstalled && total > usualBytes) return
  const cache = await caches.open(mediaName)
  for (const [path] of media) {
    if (taking.has(path) || (await cache.match(at(path)))) continue
    taking.add(path)
    // What cannot be had now may be had on the next visit.
    await cache.add(at(path)).catch(() => {})
    taking.delete(path)
  }
}

/** Forgets media that this version does not show. */
export async function forgetUnused(): Promise<void> {
  const cache = await caches.open(mediaName)
  const used = new Set(media.map(([path]) => at(path)))
  for (const { url } of await cache.keys()) if (!used.has(url)) await cache.delete(url)
}
