/** A time as players write it: `1:20`, `1:02:03`. Whole seconds, rounded down. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}

/** A time as it is read out, in words of that language: `1 minute 20 seconds`. Whole seconds, rounded down. */
export function timeInWords(
  seconds: number,
  language: string,
  unitDisplay: 'long' | 'short' = 'long',
): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = { hour: Math.floor(whole / 3600), minute: Math.floor(whole / 60) % 60, second: whole % 60 }
  const inWords = Object.entries(parts)
    .filter(([unit, value]) => value > 0 || (unit === 'second' && whole === 0))
    .map(([unit, value]) => value.toLocaleString(language, { style: 'unit', unit, unitDisplay }))
  return inWords.join(' ')
}
