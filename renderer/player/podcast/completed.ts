import type { PartHost } from '../parts/part.ts'

/**
 * The host, told of an episode as completed also by who heard it in several visits: one who goes on where they were never plays
 * all of it in one, which is what a recording otherwise is judged by.
 */
export function acrossVisits(host: PartHost): PartHost {
  const resumed = new Set<string>()
  return {
    ...host,
    resumeAt(step) {
      const second = host.resumeAt(step)
      if (second > 0) resumed.add(step)
      return second
    },
    tellPlayed(step, played, seconds, second, isResting) {
      const isAll = host.tellPlayed(step, played, seconds, second, isResting)
      // It rests at its beginning once it came to its end.
      if (isAll && isResting && second === 0 && resumed.delete(step))
        host.tellMedia({ type: 'completed', step, time: seconds, seconds, played })
      return isAll
    },
  }
}
