import type { Progress, ProgressOr } from '../../../shared/contract/base.ts'
import { asStudioError } from './errors.ts'

/** Follows long work to its result. Throws StudioError; breaking off is done with the signal the call was made with. */
export async function follow<Result>(
  call: Promise<AsyncIterable<ProgressOr<Result>>>,
  onProgress: (progress: Progress) => void,
): Promise<Result> {
  try {
    for await (const event of await call) {
      if (event.type === 'done') return event.result
      onProgress(event)
    }
  } catch (error) {
    throw asStudioError(error)
  }
  throw asStudioError(new Error('The work ended without a result'))
}
