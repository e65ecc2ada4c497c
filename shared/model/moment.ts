/**
 * A moment of a recording as people write it: `[h:]m:ss[.mmm]`, or plain seconds. A comma may stand for the point. Null when
 * it is neither. Precision is a millisecond; what is finer is rounded.
 */
export function parseMoment(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d+)(?:[.,](\d+))?$/.exec(text.trim())
  if (!match) return null
  const [, hours, minutes, seconds = '', fraction = ''] = match
  if (minutes !== undefined && (seconds.length !== 2 || Number(seconds) > 59)) return null
  if (hours !== undefined && (minutes?.length !== 2 || Number(minutes) > 59)) return null
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
  return toMillisecond(whole + Number(`0.${fraction || '0'}`))
}

/** Seconds as `m:ss.mmm`, with hours in front once there are any. */
export function formatMoment(seconds: number): string {
  const all = Math.max(0, Math.round(seconds * 1000))
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
  const hours = Math.floor(all / 3_600_000)
  const minutes = Math.floor(all / 60_000) % 60
  const rest = `${pad(Math.floor(all / 1000) % 60, 2)}.${pad(all % 1000, 3)}`
  return hours > 0 ? `${hours}:${pad(minutes, 2)}:${rest}` : `${minutes}:${rest}`
}

/** `seconds` rounded to a millisecond, as ranges and posters keep them. */
export function toMillisecond(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
