/**
 * Which parts of a recording a learner has watched: one bit for each 48th of it, the first part the highest. 48 bits are a
 * whole number JavaScript holds exactly, and eight digits of packed state.
 */
export type WatchedParts = number

export const watchedPartCount = 48

/** Bitwise operators stop at 32 bits: parts are joined half by half. */
const half = 2 ** 24

/** The parts whose middle lies within one of the `played` ranges (seconds) of a recording of `seconds`. */
export function partsOf(played: readonly (readonly [start: number, end: number])[], seconds: number): number {
  let parts = 0
  for (let part = 0; part < watchedPartCount; part++) {
    const middle = ((part + 0.5) / watchedPartCount) * seconds
    const isPlayed = played.some(([start, end]) => start <= middle && middle <= end)
    parts = parts * 2 + (isPlayed ? 1 : 0)
  }
  return parts
}

/** What was watched in either. */
export function joinParts(one: WatchedParts, other: WatchedParts): WatchedParts {
  const high = Math.floor(one / half) | Math.floor(other / half)
  return high * half + ((one % half) | (other % half))
}

/** How much of the recording that is, in percent. */
export function watchedPercent(parts: WatchedParts): number {
  let count = 0
  for (let rest = parts; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return (count / watchedPartCount) * 100
}
