/** A score in percent, as people write it. */
export function percent(value: number): string {
  return `${Math.round(value)} %`
}

/** Minutes and seconds. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** A timespan of SCORM 1.2 (`0000:01:12.50`) or ISO 8601 (`PT1M12.5S`) in seconds; null when it is neither. */
export function secondsOf(timespan: string): number | null {
  const short = /^(\d+):(\d+):([\d.]+)$/.exec(timespan)
  if (short) return Number(short[1]) * 3600 + Number(short[2]) * 60 + Number(short[3])
  const long = /^PT(?=.)(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(timespan)
  if (!long) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = long
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** “a”, “a and b”, “a, b and c”. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

export function count(number: number): string {
  return number.toLocaleString('en')
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
