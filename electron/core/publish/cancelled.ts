import { StudioError } from '../../../shared/errors.ts'

/** `error`, or, when the call was cancelled, that: whatever broke then broke because of it. */
export function asCancelled(error: unknown, signal: AbortSignal, what: string): unknown {
  return signal.aborted ? new StudioError('cancelled', { what }, { cause: error }) : error
}
