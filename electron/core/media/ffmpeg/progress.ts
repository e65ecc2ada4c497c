/** What ffmpeg says with `-progress`: how much of the result is made, in seconds, and whether that was the last word. */
export type Made = { seconds: number; isLast: boolean }

/**
 * Reads the lines of `-progress` as they come, in pieces of any size. One block of `key=value` lines ends with
 * `progress=continue` or `progress=end`. Times of before the first frame (`N/A`, or the lowest integer in old versions)
 * count as zero.
 */
export function progressReader(): (text: string) => Made[] {
  let rest = ''
  let seconds = 0
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    const made: Made[] = []
    for (const line of lines) {
      const [key, value = ''] = line.trim().split('=', 2)
      // `out_time_ms` is in microseconds in every version: the name is an old mistake that ffmpeg keeps.
      if (key === 'out_time_us' || key === 'out_time_ms') seconds = Math.max(seconds, microseconds(value))
      if (key === 'progress') made.push({ seconds, isLast: value.trim() === 'end' })
    }
    return made
  }
}

function microseconds(value: string): number {
  const number = Number(value) / 1e6
  return Number.isFinite(number) && number > 0 ? number : 0
}

/** How far work has come and how long it still takes, from the clock and what was done of `total` (any unit). */
export function progressOf(
  done: number,
  total: number | null,
  millisecondsGone: number,
): { fraction: number | null; secondsLeft: number | null } {
  if (!total || total <= 0) return { fraction: null, secondsLeft: null }
  const fraction = Math.min(1, Math.max(0, done / total))
  // In the first half second, and of the first hundredth, a guess would only jump about.
  const isGuessable = fraction > 0.01 && millisecondsGone > 500
  return { fraction, secondsLeft: isGuessable ? (millisecondsGone / 1000 / fraction) * (1 - fraction) : null }
}
