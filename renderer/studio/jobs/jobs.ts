import { createStore } from 'zustand/vanilla'
import type { Progress } from '../../../shared/contract/base.ts'
import { newKey } from '../../../shared/ids.ts'
import { asStudioError } from '../client/errors.ts'
import { tellFailure } from '../ui/tell-failure.tsx'

/** Long work that goes on while the person does something else. */
export type Job = { id: string; title: string; progress: Progress | null; cancel: () => void }

export const jobs = createStore<{ running: readonly Job[] }>(() => ({ running: [] }))

/**
 * Runs work as a job of the tray. Resolves to its result, or to null when it was cancelled or failed; then the person was
 * told why.
 */
export async function runJob<Result>(
  title: string,
  work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result>,
): Promise<Result | null> {
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
    const error = asStudioError(reason)
    if (error.code !== 'cancelled') tellFailure(error)
    return null
  } finally {
    jobs.setState(({ running }) => ({ running: running.filter((other) => other.id !== id) }))
  }
}
