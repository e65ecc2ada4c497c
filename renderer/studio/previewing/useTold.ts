import { type RefObject, useEffect, useState } from 'react'
import {
  isPreviewMessage,
  type PreviewCall,
  type PreviewCommand,
  type PreviewMessage,
} from '../../../shared/bundle/preview-messages.ts'

/** What the preview's LMS told: the last message, and all calls of the run. */
export type Told = { message: PreviewMessage; calls: PreviewCall[] }

/** Older calls are let go: nobody reads that far down. */
const mostCalls = 600

/** What the preview's LMS told; null before the first. Believes only the frame itself, on the previews' origin. */
export function useTold(url: string | null, frame: RefObject<HTMLIFrameElement | null>): Told | null {
  const [told, setTold] = useState<{ url: string | null; told: Told } | null>(null)
  useEffect(() => {
    if (url === null) return
    const { origin } = new URL(url)
    const onMessage = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return
      if (!isPreviewMessage(event.data)) return
      const message = event.data
      setTold((before) => {
        const isSameRun = before?.url === url && before.told.message.run === message.run
        const calls = [...(isSameRun ? before.told.calls : []), ...message.calls].slice(-mostCalls)
        return { url, told: { message, calls } }
      })
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [url, frame])
  return told?.url === url ? told.told : null
}

/** Asks the preview's host page for something. */
export function sendTo(
  url: string | null,
  frame: RefObject<HTMLIFrameElement | null>,
  command: PreviewCommand,
): void {
  if (url !== null) frame.current?.contentWindow?.postMessage(command, new URL(url).origin)
}
