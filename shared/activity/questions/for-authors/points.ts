/** `1 point`, `2 points`, `0.5 points`. */
export function pointsInWords(points: number): string {
  return `${trim(points)} ${points === 1 ? 'point' : 'points'}`
}

/** A number with at most two decimals and no trailing zeros. */
export function trim(value: number): string {
  return String(Math.round(value * 100) / 100)
}
