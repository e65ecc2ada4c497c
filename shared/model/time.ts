/**
 * Reads a moment as people and module source write it: `[h:]m:ss[.mmm]` (a comma will do for the point) or plain seconds.
 * Returns seconds to the millisecond, or null when it is no moment.
 */
export function parseTime(text: string): number | null {
  const found = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d+)?)$/.exec(text.trim())
  if (!found) return null
  const [, hours = '0', minutes, last = ''] = found
  const seconds = Number(last.replace(',', '.'))
  if (minutes !== undefined && seconds >= 60) return null
  if (found[1] !== undefined && Number(minutes) >= 60) return null
  return Math.round((Number(hours) * 3600 + Number(minutes ?? 0) * 60 + seconds) * 1000) / 1000
}

/** Seconds as `m:ss.mmm` (`h:mm:ss.mmm` from an hour on), to the millisecond. */
export function formatTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const whole = Math.floor(milliseconds / 1000)
  const pad = (value: number, digits = 2) => String(value).padStart(digits, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const tail = `${pad(whole % 60)}.${pad(milliseconds % 1000, 3)}`
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`
}
