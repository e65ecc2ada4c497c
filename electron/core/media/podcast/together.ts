import type { Progress } from '../../../../shared/contract/base.ts'

/** Runs works of one phase side by side; tells of the one that is least far, and answers their results in their order. */
export async function* together<Result>(
  phase: string,
  works: readonly AsyncGenerator<Progress, Result, undefined>[],
): AsyncGenerator<Progress, Result[], undefined> {
  const results = new Map<number, Result>()
  const latest = new Map(
    works.map((_, at): [number, Progress] => [
      at,
      { type: 'progress', phase, fraction: 0, secondsLeft: null },
    ]),
  )
  const step = (at: number, work: AsyncGenerator<Progress, Result, undefined>) =>
    work.next().then((event) => ({ at, event }))
  const waiting = new Map(works.map((work, at) => [at, step(at, work)]))
  try {
    while (waiting.size > 0) {
      const { at, event } = await Promise.race(waiting.values())
      const work = works[at]
      if (event.done || !work) {
        waiting.delete(at)
        if (event.done) results.set(at, event.value)
        latest.delete(at)
        continue
      }
      latest.set(at, event.value)
      waiting.set(at, step(at, work))
      const behind = [...latest.values()].reduce((one, other) =>
        (other.fraction ?? 0) < (one.fraction ?? 0) ? other : one,
      )
      yield behind
    }
    return works.map((_, at) => results.get(at) as Result)
  } finally {
    await Promise.allSettled(waiting.values())
    await Promise.allSettled(works.map((work) => work.return(undefined as never)))
  }
}
