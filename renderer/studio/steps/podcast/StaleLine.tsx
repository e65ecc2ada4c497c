import { IconRefresh } from '@tabler/icons-react'
import type { SpeechLine } from '../../../../shared/podcast/script.ts'
import type { EditScript } from './podcast-step.ts'
import { findLine, removeLine, replaceLine } from './script-actions.ts'
import classes from './podcast.module.css'

/** What has become of the words a line was drafted from, and what can be done about it. */
export function StaleLine({
  place,
  next,
  change,
}: {
  place: number
  /** The line as it would be drafted today; null where its source is gone. */
  next: SpeechLine | null
  change: EditScript
}) {
  if (next)
    return (
      <p className={classes.staleLine}>
        Its source has changed.
        <button
          type="button"
          onClick={() => change('Update line', (script) => replaceLine(script, place, next))}
        >
          <IconRefresh size={13} aria-hidden /> Update this line
        </button>
      </p>
    )
  return (
    <p className={classes.staleLine}>
      Its source is gone.
      <button
        type="button"
        onClick={() =>
          change('Keep line', (script) => {
            const line = findLine(script, place)?.line
            if (line && line.kind !== 'pause') line.source = null
          })
        }
      >
        Keep this line
      </button>
      <button type="button" onClick={() => change('Delete line', (script) => removeLine(script, place))}>
        Delete it
      </button>
    </p>
  )
}
