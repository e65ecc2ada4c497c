/** SCORM 2004's time interval, with two decimals at most: strict runtimes refuse a third. */
export function duration(seconds: number): string {
  return `PT${Math.floor(Math.max(0, seconds) * 100) / 100}S`
}

/** A moment in UTC with hundredths of a second: `toISOString`'s thousandths are refused by Moodle. */
export function moment(date: Date): string {
  return `${date.toISOString().slice(0, 22)}Z`
}
