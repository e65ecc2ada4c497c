import type { PreviewCall, PreviewMessage } from '../../shared/bundle/preview-messages.ts'
import type { Call } from './simulator/types.ts'

type State = Omit<PreviewMessage, 'source' | 'type' | 'run' | 'calls'>

export type Teller = {
  /** Something happened. */
  note: (call: Call) => void
  /** What the record keeper has is another thing now. */
  tell: () => void
  /** A new run: what happened before is history. */
  restart: () => void
}

/** Tells the studio, once for all that happens in one go. */
export function createTeller(state: () => State): Teller {
  let calls: PreviewCall[] = []
  let number = 0
  let run = 0
  let isWaiting = false

  function tell(): void {
    if (isWaiting) return
    isWaiting = true
    queueMicrotask(() => {
      isWaiting = false
      const message: PreviewMessage = { source: 'morsel-preview', type: 'recorded', run, calls, ...state() }
      calls = []
      // Any origin: this page's frame-ancestors lets nobody but the studio frame it, and what it tells is no secret.
      if (window.parent !== window) window.parent.postMessage(message, '*')
    })
  }

  return {
    tell,
    note(call) {
      number++
      calls.push({ number, at: Date.now(), ...call })
      tell()
    },
    restart() {
      run++
      calls = []
      tell()
    },
  }
}
