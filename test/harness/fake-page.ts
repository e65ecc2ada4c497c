/** As much of a window as trackers touch, without a browser: timers, events, visibility, parents. */
export type FakePage = Window & {
  hide: () => void
  leave: () => void
  /** Comes back from the browser's cache. */
  comeBack: () => void
  reloads: number
}

export function fakePage(fields: Record<string, unknown> = {}): FakePage {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const page = Object.assign(new EventTarget(), {
    document,
    // Looked up when called, so that fake timers hold.
    setTimeout: (work: () => void, after: number) => setTimeout(work, after),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    setInterval: (work: () => void, every: number) => setInterval(work, every),
    clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
    reloads: 0,
    location: {
      pathname: '/course/index.html',
      reload: () => {
        page.reloads++
      },
    },
    hide() {
      document.visibilityState = 'hidden'
      document.dispatchEvent(new Event('visibilitychange'))
    },
    leave: () => page.dispatchEvent(new Event('pagehide')),
    comeBack: () => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
  })
  const withParents = Object.assign(page, { parent: page, top: page }, fields)
  return withParents as unknown as FakePage
}
