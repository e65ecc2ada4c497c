import type { Progress, ProgressOr } from '../../shared/contract/base.ts'
import { StudioError } from '../../shared/errors.ts'

/** The result of long work, with the progress seen on the way. */
export async function run<Result>(
  work: AsyncIterable<ProgressOr<Result>>,
): Promise<{ result: Result; progress: Progress[] }> {
  const progress: Progress[] = []
  for await (const event of work) {
    if (event.type === 'done') return { result: event.result, progress }
    progress.push(event)
  }
  throw new Error('The work ended without a result')
}

/** The studio's error that `work` fails with. */
export async function failureOf(work: Promise<unknown>): Promise<StudioError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof StudioError) return error
  throw new Error(`Expected an error of the studio, got ${String(error)}`)
}
