import { Button } from '@mantine/core'
import { readKnown } from './words/known.ts'
import type { ModuleNames } from './words/names.ts'
import { summaryOf } from './words/summary.ts'
import type { Told } from './useHost.ts'
import classes from './preview.module.css'

/** Lies on the screen after its tab was closed: what was kept of it. */
export function ClosedTab({
  told: { message },
  names,
  onResume,
}: {
  told: Told
  names: ModuleNames
  onResume: () => void
}) {
  const known = readKnown(message.format, message.kept, message.statements)
  return (
    <div className={classes.closed} role="status">
      <strong>The tab is closed</strong>
      <p>{summaryOf(known, names, 'The LMS had kept')}</p>
      <Button size="xs" onClick={onResume}>
        Open it again
      </Button>
    </div>
  )
}
