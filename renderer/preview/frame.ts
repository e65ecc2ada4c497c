import type { PreviewConditions } from '../../shared/bundle/preview-conditions.ts'
import { silence } from './simulator/silence.ts'

export type ModuleFrame = {
  open: (address: string, conditions: PreviewConditions) => void
  /** Has the module leave as when its window is closed; resolves when it is gone. */
  leave: () => Promise<void>
  /** Takes the page away without a word to it. */
  kill: () => void
}

/** The frame the module plays in. */
export function moduleFrame(): ModuleFrame {
  let frame: HTMLIFrameElement | null = null

  return {
    open(address, { blocksUnload }) {
      frame = document.createElement('iframe')
      frame.title = 'The module'
      frame.allow = `autoplay; fullscreen${blocksUnload ? "; unload 'none'" : ''}`
      frame.src = address
      document.body.replaceChildren(frame)
    },
    leave: () =>
      new Promise((resolve) => {
        const leaving = frame
        if (!leaving) return resolve()
        leaving.addEventListener(
          'load',
          () => {
            leaving.remove()
            resolve()
          },
          { once: true },
        )
        // The old page is told to go by its frame's new address: it says goodbye to its own run-time first.
        leaving.src = 'about:blank'
        return undefined
      }),
    kill() {
      if (frame?.contentWindow) silence(frame.contentWindow)
      frame?.remove()
      frame = null
    },
  }
}
