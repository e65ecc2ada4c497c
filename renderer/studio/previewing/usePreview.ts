import { useEffect, useState } from 'react'
import type { PreviewFormat, PreviewStart } from '../../../shared/bundle/preview-conditions.ts'
import type { Progress } from '../../../shared/contract/base.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { useStudio } from '../app/studio-context.tsx'
import { asStudioError } from '../client/errors.ts'
import { follow } from '../client/work.ts'
import { useDocument } from '../document/DocumentProvider.tsx'

export type PreviewState = {
  /** Where the preview plays; null until it is made. */
  url: string | null
  /** The formats that can be previewed. */
  formats: readonly PreviewFormat[]
  /** The learners, beside a new one, that the module can be opened for. */
  starts: readonly PreviewStart[]
  progress: Progress | null
  failure: StudioError | null
}

const making: PreviewState = { url: null, formats: [], starts: [], progress: null, failure: null }

/** What is to be previewed. `attempt` makes it anew. */
type Wanted = { module: string; step: string | null; format: PreviewFormat; attempt: number }

/** Has a module compiled for preview, with its media made on the way; forgets it again on leaving. */
export function usePreview({ module, step, format, attempt }: Wanted): PreviewState {
  const { client } = useStudio()
  const document = useDocument()
  const key = `${module} ${step} ${format} ${attempt}`
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
        { project, module, format, ...(step === null ? {} : { step }) },
        { signal: abort.signal },
      ),
      (progress) => show({ progress }),
    ).then(
      (made) => {
        preview = made.preview
        if (abort.signal.aborted) void client.publish.closePreview({ preview }).catch(() => null)
        const { url, formats, starts } = made
        show({ url, formats, starts })
      },
      (reason: unknown) => show({ failure: asStudioError(reason) }),
    )
    return () => {
      abort.abort()
      if (preview !== null) void client.publish.closePreview({ preview }).catch(() => null)
    }
  }, [client, document, key, module, step, format])

  return state.key === key ? state : making
}
