import { type RefObject, useEffect, useRef, useState } from 'react'
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

/** The preview's host page: what it told, null before its first word, and how to ask it for something. */
export type Host = { told: Told | null; send: (command: PreviewCommand) => void }

/**
 * Talks with the preview's host page. Believes only the frame itself, on the previews' origin. What is asked before the page
 * can hear is kept until it can.
 */
export function useHost(url: string | null, frame: RefObject<HTMLIFrameElement | null>): Host {
  const [heard, setHeard] = useState<{ url: string | null; told: Told } | null>(null)
  const waiting = useRef<PreviewCommand[]>([])
  useEffect(() => {
    if (url === null) {
      waiting.current = []
      return
    }
    const { origin } = new URL(url)
    const onMessage = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return
      if (!isPreviewMessage(event.data)) return
      const message = event.data
      for (const command of waiting.current.splice(0))
        frame.current?.contentWindow?.postMessage(command, origin)
      setHeard((before) => {
        const isSameRun = before?.url === url && before.told.message.run === message.run
        const calls = [...(isSameRun ? before.told.calls : []), ...message.calls].slice(-mostCalls)
        return { url, told: { message, calls } }
      })
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [url, frame])

  const told = url !== null && heard?.url === url ? heard.told : null
  const send = (command: PreviewCommand) => {
    if (url === null || told === null) waiting.current.push(command)
    else frame.current?.contentWindow?.postMessage(command, new URL(url).origin)
  }
  return { told, send }
}
