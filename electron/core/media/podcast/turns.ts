import type { Work } from '../../domains.ts'
import { throwIfAborted } from '../ffmpeg/run.ts'

/** Lets so many works run at once; the others wait for their turn, and can be cancelled while they do. */
export type Turns = {
  take: <Result>(name: string, work: () => Work<Result>, signal?: AbortSignal) => Work<Result>
}

export function createTurns(size: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  function leave() {
    // Whoever waits longest takes the place over.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
  return {
    async *take(name, work, signal) {
      throwIfAborted(signal, name)
      let comes = () => {}
      const turn = new Promise<void>((resolve) => {
        comes = resolve
      })
      const mustWait = running >= size
      if (mustWait) waiting.push(comes)
      else running++
      try {
        if (mustWait) {
          yield { type: 'progress', phase: 'Waiting', fraction: 0, secondsLeft: null }
          // Cancelled, it goes on at once, to throw.
          signal?.addEventListener('abort', comes, { once: true })
          if (!signal?.aborted) await turn
        }
        throwIfAborted(signal, name)
        yield* work()
      } finally {
        const place = waiting.indexOf(comes)
        if (place >= 0) waiting.splice(place, 1)
        else leave()
      }
    },
  }
}
