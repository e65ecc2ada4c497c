/** Seconds of `[h:]m:ss[.mmm]` or plain seconds, to the millisecond; null when it is neither. */
export function parseTime(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,4}):(?=\d\d(?:\.|$)))?(\d{1,6}(?:\.\d{1,9})?)$/.exec(text.trim())
  if (!match) return null
  const [, hours, minutes, seconds = ''] = match
  if (minutes !== undefined && Number(seconds) >= 60) return null
  if (hours !== undefined && Number(minutes) >= 60) return null
  return inMilliseconds(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds))
}

/** `m:ss`, `h:mm:ss`, with milliseconds when there are any. */
export function formatTime(seconds: number): string {
  const all = Math.round(seconds * 1000)
  const milliseconds = all % 1000
  const whole = (all - milliseconds) / 1000
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
  return milliseconds > 0 ? `${clock}.${String(milliseconds).padStart(3, '0')}` : clock
}

export const inMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000
