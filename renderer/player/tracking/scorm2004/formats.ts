/** A moment in UTC with hundredths of a second: `toISOString`'s thousandths are refused by Moodle. */
export function moment(date: Date): string {
  return `${date.toISOString().slice(0, 22)}Z`
}
