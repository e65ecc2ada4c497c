import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { BundleFormat, Published } from '../../../shared/contract/publish.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { useStudio } from '../app/studio-context.tsx'
import { asStudioError } from '../client/errors.ts'
import { follow } from '../client/work.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import { trackJob } from '../jobs/jobs.ts'
import { tellFailure } from '../ui/tell-failure.tsx'

export type PublishRequest = { module: string; format: BundleFormat; out: string; overwrite?: boolean }

export type Publishing = {
  /** What is being published, or was last. */
  request: PublishRequest | null
  isRunning: boolean
  result: Published | null
  failure: StudioError | null
  start: (title: string, request: PublishRequest) => void
  /** Forgets the last result, to publish anew. */
  reset: () => void
  /** Tells whether a dialog is there to show how it ended; else a notification does. */
  watched: (isWatched: boolean) => void
}

type State = Pick<Publishing, 'request' | 'isRunning' | 'result' | 'failure'>
const idle: State = { request: null, isRunning: false, result: null, failure: null }

/** Publishing outlives its dialog: it goes on in the jobs tray while other things are edited. */
export function usePublishing(): Publishing {
  const { client } = useStudio()
  const document = useDocument()
  const [state, setState] = useState(idle)
  const isWatched = useRef(false)

  async function publish(title: string, request: PublishRequest) {
    const { project } = document.state.getState().opened
    setState({ ...idle, request, isRunning: true })
    // What is published is what is on disk.
    if (!(await document.flush())) {
      setState({ ...idle, request, failure: document.state.getState().failure?.error ?? null })
      return
    }
    try {
      const result = await trackJob(`Publishing ${title}`, (signal, onProgress) =>
        follow(client.publish.module({ project, ...request }, { signal }), onProgress),
      )
      setState({ ...idle, request, result })
      if (!isWatched.current) tellPublished(title, result.file)
    } catch (reason) {
      const failure = asStudioError(reason)
      setState({ ...idle, request, failure: failure.code === 'cancelled' ? null : failure })
      if (!isWatched.current && failure.code !== 'cancelled') tellFailure(failure)
    }
  }

  return {
    ...state,
    start: (title, request) => void publish(title, request),
    reset: () => setState(idle),
    watched: (now) => {
      isWatched.current = now
    },
  }
}

function tellPublished(title: string, file: string): void {
  notifications.show({
    autoClose: 12_000,
    title: `${title} is published`,
    message: (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {file}
      </Text>
    ),
  })
}
