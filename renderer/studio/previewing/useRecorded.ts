import { type RefObject, useEffect, useState } from 'react'
import { isPreviewMessage, type PreviewMessage } from '../../../shared/bundle/preview-messages.ts'

/** The last thing the preview's LMS told; null before the first. Believes only the frame itself, on the previews' origin. */
export function useRecorded(
  url: string | null,
  frame: RefObject<HTMLIFrameElement | null>,
): PreviewMessage | null {
  const [message, setMessage] = useState<PreviewMessage | null>(null)
  useEffect(() => {
    if (url === null) return
    const { origin } = new URL(url)
    const onMessage = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return
      if (isPreviewMessage(event.data)) setMessage(event.data)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [url, frame])
  return message
}
