/** SCORM 1.2's CMITimespan, `HHHH:MM:SS.SS`: two to four digits of hours, never more than two decimals. */
export function timespan(seconds: number): string {
  const milliseconds = Math.min(Math.max(0, seconds), 35_999_999) * 1000
  const hours = Math.floor(milliseconds / 3_600_000)
  return String(hours).padStart(4, '0') + new Date(milliseconds % 3_600_000).toISOString().slice(13, 22)
}

/** SCORM 1.2's CMITime, `HH:MM:SS.SS`: the time of day where the learner is. */
export function timeOfDay(date: Date): string {
  const here = date.getTime() - date.getTimezoneOffset() * 60_000
  return new Date(here).toISOString().slice(11, 22)
}
