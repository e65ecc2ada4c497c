import { useEffect, useState } from 'react'
import type { Progress } from '../../../shared/contract/base.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { useStudio } from '../app/studio-context.tsx'
import { asStudioError } from '../client/errors.ts'
import { follow } from '../client/work.ts'
import { useDocument } from '../document/DocumentProvider.tsx'

export type PreviewState = {
  /** Where the preview plays; null until it is made. */
  url: string | null
  progress: Progress | null
  failure: StudioError | null
}

const making: PreviewState = { url: null, progress: null, failure: null }

/** Has a module compiled for preview, with its media made on the way; forgets it again on leaving. `attempt` makes it anew. */
export function usePreview(module: string, step: string | null, attempt: number): PreviewState {
  const { client } = useStudio()
  const document = useDocument()
  const key = `${module} ${step} ${attempt}`
  const [state, setState] = useState({ key, ...making })

  useEffect(() => {
    const abort = new AbortController()
    const { project } = document.state.getState().opened
    let preview: string | null = null
    const show = (part: Partial<PreviewState>) => {
      if (!abort.signal.aborted)
        setState((before) => ({ ...(before.key === key ? before : making), ...part, key }))
    }
    follow(
      client.publish.preview(
        { project, module, ...(step === null ? {} : { step }) },
        { signal: abort.signal },
      ),
      (progress) => show({ progress }),
    ).then(
      (made) => {
        preview = made.preview
        if (abort.signal.aborted) void client.publish.closePreview({ preview }).catch(() => null)
        show({ url: made.url })
      },
      (reason: unknown) => show({ failure: asStudioError(reason) }),
    )
    return () => {
      abort.abort()
      if (preview !== null) void client.publish.closePreview({ preview }).catch(() => null)
    }
  }, [client, document, key, module, step])

  return state.key === key ? state : making
}
