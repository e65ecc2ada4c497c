import { untitledName } from './names.ts'
import type { Row } from './rows.ts'
import classes from './outline.module.css'

/** What follows the pointer while a row is dragged. */
export function DragChip({ row }: { row: Row | undefined }) {
  return row ? <div className={classes.chip}>{row.title || untitledName(row)}</div> : null
}
