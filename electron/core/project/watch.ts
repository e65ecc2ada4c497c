import type { ChangeEvent } from '../../../shared/contract/project.ts'

/** Those who hear of every change as it is committed. */
export type Watchers = {
  tell: (event: ChangeEvent) => void
  /**
   * Every change from this call on (not from the first read). Ends when the project closes or `signal` aborts.
   */
  watch: (signal?: AbortSignal) => AsyncGenerator<ChangeEvent, void, undefined>
  close: () => void
}

type Watcher = { events: ChangeEvent[]; isOver: boolean; wake: () => void }

export function createWatchers(): Watchers {
  const watchers = new Set<Watcher>()

  const end = (watcher: Watcher) => {
    watcher.isOver = true
    watchers.delete(watcher)
    watcher.wake()
  }

  return {
    tell: (event) => {
      for (const watcher of watchers) {
        watcher.events.push(event)
        watcher.wake()
      }
    },
    watch: (signal) => {
      const watcher: Watcher = { events: [], isOver: signal?.aborted ?? false, wake: () => {} }
      const stop = () => end(watcher)
      signal?.addEventListener('abort', stop, { once: true })
      if (!watcher.isOver) watchers.add(watcher)
      return read(watcher, () => {
        signal?.removeEventListener('abort', stop)
        watchers.delete(watcher)
      })
    },
    close: () => {
      for (const watcher of watchers) end(watcher)
    },
  }
}

async function* read(watcher: Watcher, release: () => void): AsyncGenerator<ChangeEvent, void, undefined> {
  try {
    for (;;) {
      const event = watcher.events.shift()
      if (event) yield event
      else if (watcher.isOver) return
      else
        await new Promise<void>((resolve) => {
          watcher.wake = resolve
        })
    }
  } finally {
    release()
  }
}
