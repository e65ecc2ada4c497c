import { forgetUnused, keepAll, medium, sizeOf } from './media-files.ts'
import { forgetEarlier, isPage, isShellFile, restore, shellFile, takeIn } from './shell-files.ts'
import { scope } from './worker-scope.ts'

/**
 * The service worker of a module on the web: the module opens and plays without a network. What publishing wrote is kept as
 * a whole; the browser looks for a new version at each visit and has it from the next one on.
 */

scope.addEventListener('install', (event) => {
  event.waitUntil(takeIn().then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim())
})

scope.addEventListener('message', (event) => {
  event.waitUntil(keepAll(event.data === 'installed'))
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const path = pathOf(request.url)
  if (request.method !== 'GET' || path === null) return
  const bytes = sizeOf(path)
  if (request.mode === 'navigate' && isPage(path)) {
    event.respondWith(shellFile(path, request))
    event.waitUntil(Promise.all([forgetEarlier(), forgetUnused(), restore()]))
  } else if (isShellFile(path)) event.respondWith(shellFile(path, request))
  else if (bytes !== undefined) event.respondWith(medium(event, path, bytes))
})

/** Where in the published folder an address points; null when elsewhere. */
function pathOf(url: string): string | null {
  const address = url.replace(/[?#].*$/, '')
  const { scope: folder } = scope.registration
  return address.startsWith(folder) ? decodeURI(address.slice(folder.length)) : null
}
