/** An ISO 8601 duration in seconds, with two decimals at most: strict run-times refuse a third. */
export function duration(seconds: number): string {
  return `PT${Math.floor(Math.max(0, seconds) * 100) / 100}S`
}
