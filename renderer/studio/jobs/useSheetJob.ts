import { useEffect, useRef, useState } from 'react'
import type { Progress } from '../../../shared/contract/base.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { asStudioError } from '../client/errors.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import { tellFailure } from '../ui/tell-failure.tsx'
import { trackJob } from './jobs.ts'

/** Long work that a sheet starts, watches and shows the end of. It goes on in the jobs tray when the sheet is closed. */
export type SheetJob<Request, Result> = {
  /** What is being made, or was last. */
  request: Request | null
  isRunning: boolean
  result: Result | null
  failure: StudioError | null
  /** `title` names the thing it is about. */
  start: (title: string, request: Request) => void
  /** Forgets the last result, to begin anew. */
  reset: () => void
  /** Tells whether a sheet is there to show how it ended; else a notification does. */
  watched: (isWatched: boolean) => void
}

type Work<Request, Result> = {
  /** What the tray calls it. */
  called: (title: string, request: Request) => string
  run: (
    request: Request,
    context: { project: string; signal: AbortSignal; onProgress: (progress: Progress) => void },
  ) => Promise<Result>
  /** Says that it is done, where no sheet does. */
  tellDone: (title: string, result: Result) => void
}

type State<Request, Result> = Pick<SheetJob<Request, Result>, 'request' | 'isRunning' | 'result' | 'failure'>
const idle = { request: null, isRunning: false, result: null, failure: null }

/** Tells a job that a sheet is there to show how it ends, for as long as that is so. */
export function useWatching({ watched }: Pick<SheetJob<unknown, unknown>, 'watched'>): void {
  useEffect(() => {
    watched(true)
    return () => watched(false)
  }, [watched])
}

export function useSheetJob<Request, Result>({
  called,
  run,
  tellDone,
}: Work<Request, Result>): SheetJob<Request, Result> {
  const document = useDocument()
  const [state, setState] = useState<State<Request, Result>>(idle)
  const isWatched = useRef(false)

  async function work(title: string, request: Request) {
    const { project } = document.state.getState().opened
    setState({ ...idle, request, isRunning: true })
    // What is made of the project is made of what is on disk.
    if (!(await document.flush())) {
      setState({ ...idle, request, failure: document.state.getState().failure?.error ?? null })
      return
    }
    try {
      const result = await trackJob(called(title, request), (signal, onProgress) =>
        run(request, { project, signal, onProgress }),
      )
      setState({ ...idle, request, result })
      if (!isWatched.current) tellDone(title, result)
    } catch (reason) {
      const failure = asStudioError(reason)
      const isCancelled = failure.code === 'cancelled'
      setState({ ...idle, request, failure: isCancelled ? null : failure })
      if (!isWatched.current && !isCancelled) tellFailure(failure)
    }
  }

  return {
    ...state,
    start: (title, request) => void work(title, request),
    reset: () => setState(idle),
    watched: (now) => {
      isWatched.current = now
    },
  }
}
