import type { Contents } from './contents.ts'

/** The part of a service worker's world that is used here; TypeScript's own description of it excludes the page's. */
type WorkerScope = {
  morsel: Contents
  registration: { scope: string; installing: unknown; waiting: unknown }
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
    (type: 'fetch', listener: (event: FetchEvent) => void): void
    (type: 'message', listener: (event: WorkerEvent & { data: unknown }) => void): void
  }
}

type WorkerEvent = { waitUntil: (work: Promise<unknown>) => void }

export type FetchEvent = WorkerEvent & {
  request: Request
  respondWith: (response: Promise<Response>) => void
}

export const scope = self as unknown as WorkerScope
