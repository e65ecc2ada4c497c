import type { Progress } from '../../../shared/contract/base.ts'

/** How often a person sees a number move, in milliseconds. */
const interval = 200

/** How far work is, and what it does now. */
export type Report = (fraction: number, phase?: string) => void

/**
 * Runs `work`, telling how far it is until it is done. `work` calls `report` with the share done, 0 to 1, and with what it
 * does now where that is no longer `phase`. When nobody listens any more, `work`'s signal is aborted and its end waited for.
 */
export async function* withProgress<Result>(
  phase: string,
  signal: AbortSignal,
  work: (tools: { signal: AbortSignal; report: Report }) => Promise<Result>,
): AsyncGenerator<Progress, Result, undefined> {
  const listening = new AbortController()
  const startedAt = performance.now()
  let fraction = 0
  let doing = phase
  let isDone = false
  const result = work({
    signal: AbortSignal.any([signal, listening.signal]),
    report: (value, now) => {
      fraction = Math.min(1, value)
      doing = now ?? doing
    },
  }).finally(() => {
    isDone = true
  })
  result.catch(() => {})
  try {
    for (;;) {
      await Promise.race([result, pause(interval)])
      if (isDone) return await result
      const elapsed = (performance.now() - startedAt) / 1000
      const secondsLeft = fraction > 0.02 ? (elapsed * (1 - fraction)) / fraction : null
      yield { type: 'progress', phase: doing, fraction, secondsLeft }
    }
  } finally {
    if (!isDone) {
      listening.abort()
      await result.catch(() => {})
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
