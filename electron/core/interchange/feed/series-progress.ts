import type { Progress } from '../../../../shared/contract/base.ts'
import type { SeriesEpisode } from './series-episodes.ts'

/** How much longer an episode takes that is rendered than one that is only copied. */
const renderingWeight = 30

/** How far a series is when its episode number `at`, from 0, is so far; named after that episode. */
type TellSeries = (at: number, progress: Pick<Progress, 'phase' | 'fraction'>) => Progress

/** Times the work from now on, so that it can tell how many seconds are left. */
export function seriesProgress(episodes: readonly Pick<SeriesEpisode, 'state' | 'script'>[]): TellSeries {
  const startedAt = performance.now()
  const weights = episodes.map(({ state }): number =>
    state === 'rendered' ? 1 : state === 'silent' ? 0 : renderingWeight,
  )
  const sumTo = (end: number) => weights.slice(0, end).reduce((sum, weight) => sum + weight, 0)
  const all = Math.max(1, sumTo(episodes.length))
  let share = 0
  return (at, { phase, fraction }) => {
    // Where a part cannot tell how far it is, the whole is where it was.
    share = Math.max(share, (sumTo(at) + (fraction ?? 0) * (weights[at] ?? 0)) / all)
    const seconds = (performance.now() - startedAt) / 1000
    return {
      type: 'progress',
      phase: `${episodes[at]?.script.title ?? ''} (${at + 1} of ${episodes.length}): ${phase}`,
      fraction: share,
      secondsLeft: share > 0.02 ? (seconds * (1 - share)) / share : null,
    }
  }
}
