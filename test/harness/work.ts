import type { Progress, ProgressOr } from '../../shared/contract/base.ts'

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
