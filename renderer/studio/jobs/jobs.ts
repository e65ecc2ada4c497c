import { createStore } from 'zustand/vanilla'
import type { Progress } from '../../../shared/contract/base.ts'
import { newKey } from '../../../shared/ids.ts'
import { asStudioError } from '../client/errors.ts'
import { tellFailure } from '../ui/tell-failure.tsx'

/** Long work that goes on while the person does something else. */
export type Job = { id: string; title: string; progress: Progress | null; cancel: () => void }

/** `inSheet` is the title of the one whose progress a sheet shows. */
export const jobs = createStore<{ running: readonly Job[]; inSheet: string | null }>(() => ({
  running: [],
  inSheet: null,
}))

type Work<Result> = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result>

/** Runs work as a job of the tray. Throws StudioError when it fails or is cancelled. */
export async function trackJob<Result>(title: string, work: Work<Result>): Promise<Result> {
  const id = newKey()
  const abort = new AbortController()
  const job: Job = { id, title, progress: null, cancel: () => abort.abort() }
  jobs.setState(({ running }) => ({ running: [...running, job] }))
  try {
    return await work(abort.signal, (progress) =>
      jobs.setState(({ running }) => ({
        running: running.map((other) => (other.id === id ? { ...other, progress } : other)),
      })),
    )
  } catch (reason) {
    throw asStudioError(reason)
  } finally {
    jobs.setState(({ running }) => ({ running: running.filter((other) => other.id !== id) }))
  }
}

/**
 * Runs work as a job of the tray. Resolves to its result, or to null when it was cancelled or failed; then the person was
 * told why.
 */
export async function runJob<Result>(title: string, work: Work<Result>): Promise<Result | null> {
  try {
    return await trackJob(title, work)
  } catch (reason) {
    const error = asStudioError(reason)
    if (error.code !== 'cancelled') tellFailure(error)
    return null
  }
}

/** Breaks off everything under way, as when the project is closed. */
export function cancelAllJobs(): void {
  for (const job of jobs.getState().running) job.cancel()
}
